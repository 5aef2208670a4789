'use client';
import { useParticipantName } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';

interface TileFailedProps {
  readonly participantId: string;
  readonly onRetry: () => void;
}

/** In place of a tile that could not be shown: whose it is, and another try. */
export function TileFailed({ participantId, onRetry }: TileFailedProps) {
  const messages = useMessages();
  const name = useParticipantName(participantId) ?? messages['tile.unnamed'];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> groups what is filled in
    <div className="parlour-tile parlour-tile-failed" role="group" aria-label={name}>
      <p className="parlour-tile-failed-words">
        <strong dir="auto">{name}</strong> {messages['tile.failed']}
      </p>
      <button type="button" className="parlour-button" onClick={onRetry}>
        {messages['tile.retry']}
      </button>
    </div>
  );
}
