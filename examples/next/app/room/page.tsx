import { ThemeProvider } from 'parlour';
import { Meeting } from './Meeting.tsx';

interface RoomPageProps {
  searchParams: Promise<{ room?: string; name?: string }>;
}

/** A server component: it knows where the room server is, and sends the room's skeleton with the page. */
export default async function RoomPage({ searchParams }: RoomPageProps) {
  const { room = 'daily', name = 'Guest' } = await searchParams;
  return (
    <ThemeProvider theme={{ colorScheme: 'auto', accent: '#5b5bd6' }}>
      <Meeting serverUrl={process.env.PARLOUR_URL} room={room} name={name} />
    </ThemeProvider>
  );
}
