'use client';
import Hand from 'lucide-react/icons/hand';
import { useRoomState } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';

export type ParticipantTileHandProps = PartProps<'span', Record<never, never>>;

/** That the person's hand is up. Renders a `<span>`, or nothing. */
export function ParticipantTileHand(props: ParticipantTileHandProps) {
  const { participantId } = useTileContext();
  const messages = useMessages();
  const raised = useRoomState(
    `participant:${participantId}`,
    (state) => state.participants.get(participantId)?.handRaisedAt !== undefined,
  );
  const element = useRenderElement(
    'span',
    props,
    {},
    {
      className: 'parlour-tile-sign parlour-tile-hand',
      role: 'img',
      'aria-label': messages['tile.handRaised'],
      children: <Hand size="1em" aria-hidden />,
    },
  );
  return raised ? element : null;
}
