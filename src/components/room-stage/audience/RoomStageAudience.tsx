'use client';
import Eye from 'lucide-react/icons/eye';
import { useMessages } from '../../../i18n/index.ts';

/** How many are here who have no tile. */
export function RoomStageAudience({ count }: { readonly count: number }) {
  const messages = useMessages();
  return (
    <p className="parlour-stage-audience">
      <Eye aria-hidden size="1em" /> {messages['stage.audience'](count)}
    </p>
  );
}
