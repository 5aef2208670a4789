'use client';
import { use, useMemo, useState } from 'react';
import { SIGNS } from '../../hooks/index.ts';
import { mergeProps } from '../../ui/index.ts';
import { ParticipantTileAvatar } from './avatar/ParticipantTileAvatar.tsx';
import { ParticipantTileHand } from './hand/ParticipantTileHand.tsx';
import { ParticipantTileMenu } from './menu/ParticipantTileMenu.tsx';
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
const menu = <ParticipantTileMenu />;

function DefaultTile({ mirror, ...props }: ParticipantTileProps) {
  // A thousand tiles have no menu: it comes to the one that is pointed at, touched, or has the focus in it.
  const [met, setMet] = useState(false);
  const meet = () => setMet(true);
  return (
    <ParticipantTileRoot {...(mergeProps({ onPointerEnter: meet, onFocus: meet }, { ...props }) as typeof props)}>
      {(props.streamKey ?? 'self') === 'self' && avatar}
      <TileSigns mirror={mirror} />
      {badge}
      {pin}
      {met && menu}
    </ParticipantTileRoot>
  );
}

/**
 * One person's camera, or one shared screen, with all that belongs to it. To compose your own, use the
 * parts: `Root`, `Video`, `Avatar`, `Name`, `MicrophoneIndicator`, `Status`, `Quality`, `Hand`, `Reaction`, `Pin`, `Menu`.
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
  Menu: ParticipantTileMenu,
});
