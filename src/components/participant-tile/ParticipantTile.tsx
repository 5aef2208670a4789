'use client';
import { ParticipantTileAvatar } from './avatar/ParticipantTileAvatar.tsx';
import { ParticipantTileMicrophoneIndicator } from './microphone-indicator/ParticipantTileMicrophoneIndicator.tsx';
import { ParticipantTileName } from './name/ParticipantTileName.tsx';
import { ParticipantTileRoot, type ParticipantTileRootProps } from './root/ParticipantTileRoot.tsx';
import { ParticipantTileStatus } from './status/ParticipantTileStatus.tsx';
import { ParticipantTileVideo } from './video/ParticipantTileVideo.tsx';

export type ParticipantTileProps = Omit<ParticipantTileRootProps, 'children'>;

function DefaultTile(props: ParticipantTileProps) {
  return (
    <ParticipantTileRoot {...props}>
      {(props.streamKey ?? 'self') === 'self' && <ParticipantTileAvatar />}
      <ParticipantTileVideo />
      <ParticipantTileStatus />
      <span className="parlour-tile-badge">
        <ParticipantTileMicrophoneIndicator />
        <ParticipantTileName />
      </span>
    </ParticipantTileRoot>
  );
}

/**
 * One person's camera, or one shared screen, with all that belongs to it. To compose your own, use the
 * parts: `Root`, `Video`, `Avatar`, `Name`, `MicrophoneIndicator`, `Status`.
 */
export const ParticipantTile = /* @__PURE__ */ Object.assign(DefaultTile, {
  Root: ParticipantTileRoot,
  Video: ParticipantTileVideo,
  Avatar: ParticipantTileAvatar,
  Name: ParticipantTileName,
  MicrophoneIndicator: ParticipantTileMicrophoneIndicator,
  Status: ParticipantTileStatus,
});
