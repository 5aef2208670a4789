import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoom, type TokenPair } from 'parlour';
import {
  createRoomsApi,
  createRoomsClient,
  RoomsApiProvider,
  useLiveRoomInvalidation,
  useRecordingsQuery,
  useRoomParticipantsQuery,
  whileProcessing,
} from 'parlour/api';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** What a test hands to the page before it loads. */
export interface BackOfficeOptions {
  readonly roomId: string;
  readonly serverUrl: string;
}

declare global {
  interface Window {
    backOffice: BackOfficeOptions;
    getDeskToken(): Promise<TokenPair>;
  }
}

const { roomId, serverUrl } = window.backOffice;
const room = createRoom({ roomId, serverUrl, tokenSource: () => window.getDeskToken() });
/** Nothing is asked again but what the live room says is out of date. */
const cache = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } },
});
// What lets it in is added on the way: it never is in a page.
const api = createRoomsApi(createRoomsClient({ baseUrl: `${location.origin}/backend` }));

function BackOffice() {
  useLiveRoomInvalidation(room);
  const people = useRoomParticipantsQuery();
  const recordings = useRecordingsQuery({ filter: { room_id: roomId } }, { refetchInterval: whileProcessing() });
  return (
    <>
      <ul aria-label="People">
        {people.data?.data.map(({ id, name, left_at: left }) => (
          <li key={id}>{`${name}: ${left === null ? 'here' : 'gone'}`}</li>
        ))}
      </ul>
      <ul aria-label="Recordings">
        {recordings.data?.data.map(({ id, type, status }) => (
          <li key={id}>{`${type}: ${status}`}</li>
        ))}
      </ul>
    </>
  );
}

void room.connect();
createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <RoomsApiProvider api={api}>
        <BackOffice />
      </RoomsApiProvider>
    </QueryClientProvider>
  </StrictMode>,
);
