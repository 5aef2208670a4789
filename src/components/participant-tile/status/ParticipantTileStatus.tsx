'use client';
import Ban from 'lucide-react/icons/ban';
import ImageOff from 'lucide-react/icons/image-off';
import Lock from 'lucide-react/icons/lock';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import WifiOff from 'lucide-react/icons/wifi-off';
import { type TileStatus, useTileStatus } from '../../../hooks/index.ts';
import { type Messages, useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';

/** What a tile's status shows as `data-*`. */
export interface ParticipantTileStatusState {
  readonly status: TileStatus | null;
}

export type ParticipantTileStatusProps = PartProps<'span', ParticipantTileStatusState>;

const WORDS = {
  reconnecting: 'tile.reconnecting',
  bandwidth: 'tile.reason.bandwidth',
  censored: 'tile.reason.censored',
  frozen: 'tile.reason.frozen',
  permission: 'tile.reason.permission',
} as const satisfies Record<TileStatus, keyof Messages>;

const ICONS = {
  reconnecting: <RefreshCw size="1em" aria-hidden />,
  bandwidth: <WifiOff size="1em" aria-hidden />,
  censored: <Ban size="1em" aria-hidden />,
  frozen: <ImageOff size="1em" aria-hidden />,
  permission: <Lock size="1em" aria-hidden />,
};

/** Why the tile shows no moving picture, where that is not plain from the tile itself. Renders a `<span>`, or nothing. */
export function ParticipantTileStatus(props: ParticipantTileStatusProps) {
  const { participantId, streamKey } = useTileContext();
  const messages = useMessages();
  const status = useTileStatus(participantId, streamKey);
  const element = useRenderElement(
    'span',
    props,
    { status },
    {
      className: 'parlour-tile-status',
      children: status && (
        <>
          {ICONS[status]} <span className="parlour-tile-status-words">{messages[WORDS[status]]}</span>
        </>
      ),
    },
  );
  return status ? element : null;
}
