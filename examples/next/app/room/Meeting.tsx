'use client';
import { type TokenPair, VideoRoom } from 'parlour';

interface MeetingProps {
  /** Known from the start, the connection to it is made while the token is on its way. */
  serverUrl: string | undefined;
  room: string;
  name: string;
}

/** The room. On the server it is rendered as a skeleton; in the browser it joins. */
export function Meeting({ serverUrl, room, name }: MeetingProps) {
  return (
    <main className="meeting">
      <VideoRoom {...(serverUrl && { serverUrl })} tokenSource={() => fetchToken(room, name)} />
    </main>
  );
}

/** From our own route, which knows the API key and whom it lets in. */
async function fetchToken(room: string, name: string): Promise<TokenPair> {
  const response = await fetch('/token', { method: 'POST', body: JSON.stringify({ room, name }) });
  const body = await response.json();
  // `{ code, message }`: the room shows what the backend says.
  if (!response.ok) throw Object.assign(new Error(body.message), body);
  return body;
}
