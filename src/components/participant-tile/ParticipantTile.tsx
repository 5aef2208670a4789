'use client';
import { use, useMemo } from 'react';
import { SIGNS } from '../../hooks/index.ts';
import { ParticipantTileAvatar } from './avatar/ParticipantTileAvatar.tsx';
import { ParticipantTileHand } from './hand/ParticipantTileHand.tsx';
import { ParticipantTileMicrophoneIndicator } from './microphone-indicator/ParticipantTileMicrophoneIndicator.tsx';
import { ParticipantTileName } from './name/ParticipantTileName.tsx';
import { ParticipantTilePin } from './pin/ParticipantTilePin.tsx';
import { ParticipantTileQuality } from './quality/ParticipantTileQuality.tsx';
import { ParticipantTileReaction } from './reaction/ParticipantTileReaction.tsx';
import { ParticipantTileRoot, type ParticipantTileRootProps } from './root/ParticipantTileRoot.tsx';
import { ParticipantTileStatus } from './status/ParticipantTileStatus.tsx';
import { TileSignsContext } from './TileContext.ts';
import { ParticipantTileVideo } from './video/ParticipantTileVideo.tsx';

export interface ParticipantTileProps extends Omit<ParticipantTileRootProps, 'children'> {
  /** Whether it is shown as in a mirror. @default your own camera is, unless it looks away from you */
  mirror?: boolean | undefined;
}

/** The picture, and what is rarely there: mounted when there is something to show, and found out by the tile. */
function TileSigns({ mirror }: Pick<ParticipantTileProps, 'mirror'>) {
  const signs = use(TileSignsContext);
  const video = useMemo(() => <ParticipantTileVideo mirror={mirror} />, [mirror]);
  const shows = (sign: keyof typeof SIGNS) => (signs & SIGNS[sign]) > 0;
  return (
    <>
      {shows('picture') && video}
      {shows('status') && <ParticipantTileStatus />}
      {(shows('hand') || shows('quality')) && (
        <span className="parlour-tile-signs">
          {shows('hand') && <ParticipantTileHand />}
          {shows('quality') && <ParticipantTileQuality />}
        </span>
      )}
      {shows('reaction') && <ParticipantTileReaction />}
    </>
  );
}

const badge = (
  <span className="parlour-tile-badge">
    <ParticipantTileMicrophoneIndicator />
    <ParticipantTileName />
  </span>
);
const avatar = <ParticipantTileAvatar />;
const pin = <ParticipantTilePin />;

function DefaultTile({ mirror, ...props }: ParticipantTileProps) {
  return (
    <ParticipantTileRoot {...props}>
      {(props.streamKey ?? 'self') === 'self' && avatar}
      <TileSigns mirror={mirror} />
      {badge}
      {pin}
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
