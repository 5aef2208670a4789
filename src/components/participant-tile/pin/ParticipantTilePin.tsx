'use client';
import Pin from 'lucide-react/icons/pin';
import PinOff from 'lucide-react/icons/pin-off';
import { usePinned } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';
import { useTileName } from '../useTileName.ts';

/** What a tile's pin shows as `data-*`. */
export interface ParticipantTilePinState {
  readonly pinned: boolean;
}

export type ParticipantTilePinProps = PartProps<'button', ParticipantTilePinState>;

const ICONS = { on: <PinOff aria-hidden />, off: <Pin aria-hidden /> };

/**
 * Gives the tile the large part of the stage, for you alone, or takes it back. Seen while the tile is pointed at, has the
 * focus, or is pinned. Renders a `<button>` that is pressed while it is.
 */
export function ParticipantTilePin(props: ParticipantTilePinProps) {
  const { participantId, streamKey } = useTileContext();
  const messages = useMessages();
  const { pinned, buttonProps } = usePinned(participantId, streamKey);
  const label = messages['tile.pin'](useTileName(participantId, streamKey));
  return useRenderElement(
    'button',
    props,
    { pinned },
    {
      ...buttonProps,
      className: 'parlour-tile-pin',
      'aria-label': label,
      title: label,
      children: pinned ? ICONS.on : ICONS.off,
    },
  );
}
