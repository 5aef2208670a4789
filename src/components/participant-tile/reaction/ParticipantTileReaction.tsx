'use client';
import { useLatestReaction } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';

export type ParticipantTileReactionProps = PartProps<'span', Record<never, never>>;

/** The person's reaction, for five seconds. Renders a `<span>`, or nothing. */
export function ParticipantTileReaction(props: ParticipantTileReactionProps) {
  const { participantId } = useTileContext();
  const messages = useMessages();
  const reaction = useLatestReaction(participantId);
  const element = useRenderElement(
    'span',
    props,
    {},
    {
      className: 'parlour-tile-reaction',
      role: 'img',
      'aria-label': messages['tile.reacted'](reaction ?? ''),
      children: reaction,
    },
  );
  return reaction === null ? null : element;
}
