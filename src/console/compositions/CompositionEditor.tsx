'use client';
import { useRoomSessionQuery } from '../../api/index.ts';
import { ConsolePart } from '../ConsolePart.tsx';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Failed } from '../list/ListView.tsx';
import { Moment } from '../list/Moment.tsx';
import { RoomName } from '../sessions/RoomName.tsx';
import type { Picture } from './draft/placing.ts';
import { FilmDesk } from './FilmDesk.tsx';
import { useFilmSources } from './useFilmSources.ts';

export interface CompositionEditorProps {
  /** The session whose recordings the film is made of. */
  sessionId: string;
  /**
   * Sizes of the picture to choose from, in pixels; the first one is chosen. A server makes no more pixels than 1280×720
   * unless it is set to.
   * @default 1280×720, 960×540, 640×360, 720×1280, 720×720
   */
  pictures?: readonly Picture[] | undefined;
}

const PICTURES: readonly Picture[] = [
  { width: 1280, height: 720 },
  { width: 960, height: 540 },
  { width: 640, height: 360 },
  { width: 720, height: 1280 },
  { width: 720, height: 720 },
];

/**
 * Makes a film of what was recorded in a session: regions are laid out on a preview of the picture, by the pointer, by
 * keys or in fields; what was ordered is followed until it can be watched. Renders a `<section>`.
 */
export function CompositionEditor({ sessionId, pictures = PICTURES }: CompositionEditorProps) {
  const messages = useConsoleMessages();
  const { data: session, error, isFetching, refetch } = useRoomSessionQuery(sessionId);
  const sources = useFilmSources(sessionId);
  const failed = error ?? sources.error;
  return (
    <ConsolePart heading={messages['compositions.make']}>
      {session && (
        <p className="parlour-console-subject">
          <RoomName roomId={session.room_id} /> <Moment at={session.created_at} />
        </p>
      )}
      {failed && !isFetching && <Failed error={failed} retry={() => void (error ? refetch() : sources.retry())} />}
      {!failed && !(session && sources.all) && (
        <div className="parlour-console-loading" role="status">
          <span className="parlour-console-hidden">{messages['list.loading']}</span>
        </div>
      )}
      {session && sources.all && (
        <FilmDesk key={sessionId} session={session} sources={sources.all} pictures={pictures} />
      )}
    </ConsolePart>
  );
}
