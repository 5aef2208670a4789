'use client';
import { useRoomState, useSubscription } from '../../../hooks/index.ts';
import { type Messages, useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';

/** What a tile's status shows as `data-*`. */
export interface ParticipantTileStatusState {
  readonly status: 'reconnecting' | 'bandwidth' | 'censored' | 'frozen' | 'permission' | null;
}

export type ParticipantTileStatusProps = PartProps<'span', ParticipantTileStatusState>;

const WORDS = {
  reconnecting: 'tile.reconnecting',
  bandwidth: 'tile.reason.bandwidth',
  censored: 'tile.reason.censored',
  frozen: 'tile.reason.frozen',
  permission: 'tile.reason.permission',
} as const satisfies Record<string, keyof Messages>;

/** Why the tile shows no moving picture, where that is not plain from the tile itself. Renders a `<span>`, or nothing. */
export function ParticipantTileStatus(props: ParticipantTileStatusProps) {
  const { participantId, streamKey } = useTileContext();
  const messages = useMessages();
  const reason = useSubscription(participantId, streamKey)?.reason;
  const reconnecting = useRoomState(
    `participant:${participantId}`,
    (state) => state.participants.get(participantId)?.connection === 'reconnecting',
  );
  const status = reconnecting ? 'reconnecting' : reason && reason in WORDS ? (reason as keyof typeof WORDS) : null;
  const element = useRenderElement(
    'span',
    props,
    { status },
    {
      className: 'parlour-tile-status',
      children: status && messages[WORDS[status]],
    },
  );
  return status ? element : null;
}
