'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import Inbox from 'lucide-react/icons/inbox';
import type { ReactNode } from 'react';
import type { Page, RoomsApiError } from '../../api/index.ts';
import { useLocale } from '../../i18n/index.ts';
import { formatNumber } from '../i18n/format.ts';
import { messageOfFailure } from '../i18n/messageOfFailure.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';

export interface ListViewProps<Resource> {
  query: UseInfiniteQueryResult<InfiniteData<Page<Resource>, number>, RoomsApiError>;
  /** Of what is loaded, those that are shown. @default all */
  narrow?: ((loaded: readonly Resource[]) => readonly Resource[]) | undefined;
  empty: { readonly title: string; readonly hint?: string | undefined; readonly action?: ReactNode };
  children: (rows: readonly Resource[]) => ReactNode;
}

/** A list that is on its way, that failed, that is empty, or that is there, with the next page if there is one. */
export function ListView<Resource>({ query, narrow, empty, children }: ListViewProps<Resource>) {
  const messages = useConsoleMessages();
  const { tag } = useLocale();
  const { data, error, isFetching, isFetchingNextPage, hasNextPage } = query;
  if (!data) {
    if (error && !isFetching) return <Failed error={error} retry={() => void query.refetch()} />;
    return (
      <div className="parlour-console-loading" role="status">
        <span className="parlour-console-hidden">{messages['list.loading']}</span>
      </div>
    );
  }
  const loaded = data.pages.flatMap((page) => page.data);
  const rows = narrow ? narrow(loaded) : loaded;
  const total = data.pages.at(-1)?.meta.total_results ?? loaded.length;
  const count = messages['list.count'](formatNumber(tag, rows.length), formatNumber(tag, total));
  return (
    <>
      {error && (
        <Failed
          error={error}
          retry={() => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
        />
      )}
      {rows.length === 0 ? (
        <div className="parlour-console-empty">
          <Inbox aria-hidden className="parlour-console-empty-icon" />
          <p className="parlour-console-empty-title">{empty.title}</p>
          {empty.hint !== undefined && <p className="parlour-console-muted">{empty.hint}</p>}
          {empty.action}
        </div>
      ) : (
        children(rows)
      )}
      <footer className="parlour-console-footer">
        <p className="parlour-console-muted" role="status">
          {rows.length > 0 && count}
        </p>
        {hasNextPage && (
          <button
            type="button"
            className="parlour-button"
            aria-busy={isFetchingNextPage || undefined}
            onClick={() => !isFetchingNextPage && void query.fetchNextPage()}
          >
            {messages['list.more']}
          </button>
        )}
      </footer>
    </>
  );
}

interface FailedProps {
  error: Error;
  retry: () => void;
}

/** Something could not be loaded: why, and another try. */
export function Failed({ error, retry }: FailedProps) {
  const messages = useConsoleMessages();
  return (
    <div className="parlour-console-failed" role="alert">
      <p className="parlour-console-failed-words">
        {messages['list.failed']} {messageOfFailure(messages, error)}
      </p>
      <button type="button" className="parlour-button" onClick={retry}>
        {messages['list.retry']}
      </button>
    </div>
  );
}
