'use client';
import { useTileSigns } from '../../hooks/index.ts';
import { ParticipantTileAvatar } from './avatar/ParticipantTileAvatar.tsx';
import { ParticipantTileHand } from './hand/ParticipantTileHand.tsx';
import { ParticipantTileMicrophoneIndicator } from './microphone-indicator/ParticipantTileMicrophoneIndicator.tsx';
import { ParticipantTileName } from './name/ParticipantTileName.tsx';
import { ParticipantTilePin } from './pin/ParticipantTilePin.tsx';
import { ParticipantTileQuality } from './quality/ParticipantTileQuality.tsx';
import { ParticipantTileReaction } from './reaction/ParticipantTileReaction.tsx';
import { ParticipantTileRoot, type ParticipantTileRootProps } from './root/ParticipantTileRoot.tsx';
import { ParticipantTileStatus } from './status/ParticipantTileStatus.tsx';
import { ParticipantTileVideo } from './video/ParticipantTileVideo.tsx';

export interface ParticipantTileProps extends Omit<ParticipantTileRootProps, 'children'> {
  /** Whether it is shown as in a mirror. @default your own camera is, unless it looks away from you */
  mirror?: boolean | undefined;
}

/** What is rarely there is mounted when it is: one subscription watches for all of it. */
function TileSigns({ participantId, streamKey = 'self' }: Pick<ParticipantTileProps, 'participantId' | 'streamKey'>) {
  const signs = useTileSigns(participantId, streamKey);
  return (
    <>
      {signs.status && <ParticipantTileStatus />}
      {(signs.hand || signs.quality) && (
        <span className="parlour-tile-signs">
          {signs.hand && <ParticipantTileHand />}
          {signs.quality && <ParticipantTileQuality />}
        </span>
      )}
      {signs.reaction && <ParticipantTileReaction />}
    </>
  );
}

function DefaultTile({ mirror, ...props }: ParticipantTileProps) {
  const { participantId, streamKey } = props;
  return (
    <ParticipantTileRoot {...props}>
      {(streamKey ?? 'self') === 'self' && <ParticipantTileAvatar />}
      <ParticipantTileVideo mirror={mirror} />
      <TileSigns participantId={participantId} streamKey={streamKey} />
      <span className="parlour-tile-badge">
        <ParticipantTileMicrophoneIndicator />
        <ParticipantTileName />
      </span>
      <ParticipantTilePin />
    </ParticipantTileRoot>
  );
}

/**
 * One person's camera, or one shared screen, with all that belongs to it. To compose your own, use the
 * parts: `Root`, `Video`, `Avatar`, `Name`, `MicrophoneIndicator`, `Status`, `Quality`, `Hand`, `Reaction`, `Pin`.
 */
export const ParticipantTile = /* @__PURE__ */ Object.assign(DefaultTile, {
  Root: ParticipantTileRoot,
  Video: ParticipantTileVideo,
  Avatar: ParticipantTileAvatar,
  Name: ParticipantTileName,
  MicrophoneIndicator: ParticipantTileMicrophoneIndicator,
  Status: ParticipantTileStatus,
  Quality: ParticipantTileQuality,
  Hand: ParticipantTileHand,
  Reaction: ParticipantTileReaction,
  Pin: ParticipantTilePin,
});
