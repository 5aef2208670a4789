'use client';
import { createContext, type ReactNode, use } from 'react';
import type { RoomsApi } from '../createRoomsApi.ts';

const RoomsApiContext = createContext<RoomsApi | null>(null);

export interface RoomsApiProviderProps {
  /** What `createRoomsApi` made, once, outside of components. */
  readonly api: RoomsApi;
  readonly children?: ReactNode;
}

/** Hands the REST API down to its hooks. Needs TanStack's `QueryClientProvider` around it. */
export function RoomsApiProvider({ api, children }: RoomsApiProviderProps): ReactNode {
  return <RoomsApiContext value={api}>{children}</RoomsApiContext>;
}

/** The REST API of the nearest provider: its keys, and options for TanStack's own hooks. @throws Error outside a provider */
export function useRoomsApi(): RoomsApi {
  const api = use(RoomsApiContext);
  if (api) return api;
  throw new Error(
    'Parlour: no rooms API here. Put <RoomsApiProvider api={createRoomsApi(client)}> around this component.',
  );
}
