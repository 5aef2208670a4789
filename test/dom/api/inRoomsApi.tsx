import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type RenderHookResult, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createRoomsApi, createRoomsClient, type RoomsApi, RoomsApiProvider } from '../../../src/api/index.ts';
import type { RestServer } from '../../support/rest-server/RestServer.ts';

/** The REST API of a server as a page sees it. The key stands for whatever lets the page in. */
export function apiOf(server: Pick<RestServer, 'url' | 'apiKey'>): RoomsApi {
  const headers = { authorization: `Bearer ${server.apiKey}` };
  return createRoomsApi(createRoomsClient({ baseUrl: server.url, headers }));
}

/** Runs hooks of the API, each in a cache of its own unless one is given. */
export function renderApi<Result>(
  api: RoomsApi,
  hook: () => Result,
  cache = new QueryClient({ defaultOptions: { queries: { retry: false } } }),
): RenderHookResult<Result, void> & { cache: QueryClient } {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={cache}>
      <RoomsApiProvider api={api}>{children}</RoomsApiProvider>
    </QueryClientProvider>
  );
  return { ...renderHook(hook, { wrapper }), cache };
}
