'use client';
import { usePinned } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { pinIcon, unpinIcon } from '../icons.tsx';
import { useTileContext } from '../TileContext.ts';

/** What a tile's pin shows as `data-*`. */
export interface ParticipantTilePinState {
  readonly pinned: boolean;
}

export type ParticipantTilePinProps = PartProps<'button', ParticipantTilePinState>;

/**
 * Gives the tile the large part of the stage, for you alone, or takes it back. Seen while the tile is pointed at, has the
 * focus, or is pinned. Renders a `<button>` that is pressed while it is.
 */
export function ParticipantTilePin(props: ParticipantTilePinProps) {
  const { participantId, streamKey, label: name } = useTileContext();
  const messages = useMessages();
  const { pinned, buttonProps } = usePinned(participantId, streamKey);
  const label = messages['tile.pin'](name);
  return useRenderElement(
    'button',
    props,
    { pinned },
    {
      ...buttonProps,
      className: 'parlour-tile-pin',
      'aria-label': label,
      title: label,
      children: pinned ? unpinIcon : pinIcon,
    },
  );
}
