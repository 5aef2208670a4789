'use client';
import Download from 'lucide-react/icons/download';
import { useCompositionQuery } from '../../api/index.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { Failed } from '../list/ListView.tsx';
import { useProgressInterval } from '../live/useProgressInterval.ts';
import { MediaFile } from '../player/MediaFile.tsx';
import { CompositionState } from './CompositionState.tsx';

/** How far a film is that was ordered, and the film when it is there. */
export function CompositionResult({ compositionId }: { compositionId: string }) {
  const messages = useConsoleMessages();
  const film = useCompositionQuery(compositionId, { refetchInterval: useProgressInterval() });
  const url = film.data?.download_url ?? null;
  return (
    <section className="parlour-console-card" aria-label={messages['compositions.film']}>
      {film.error && !film.isFetching && <Failed error={film.error} retry={() => void film.refetch()} />}
      <div role="status">{film.data && <CompositionState composition={film.data} />}</div>
      {url !== null && (
        <>
          <MediaFile url={url} type="video" label={messages['compositions.film']} />
          <a className="parlour-button parlour-console-film-download" href={url} download>
            <Download aria-hidden />
            {messages['recordings.download'](messages['compositions.film'])}
          </a>
        </>
      )}
    </section>
  );
}
