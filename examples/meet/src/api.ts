import type { TokenPair } from 'parlour';

/** Where the room server is, so that the lobby can warm up the connection to it. */
export async function fetchSettings(): Promise<{ serverUrl: string }> {
  return json(await fetch('/api/settings'));
}

/** A client token from our backend, which knows the API key and whom it lets in. */
export async function fetchToken(room: string, name: string): Promise<TokenPair> {
  const body = JSON.stringify({ room, name });
  return json(await fetch('/api/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
}

async function json<Body>(response: Response): Promise<Body> {
  const body = await response.json();
  // `{ code, message }`: the room shows what the backend says.
  if (!response.ok) throw Object.assign(new Error(body.message), body);
  return body;
}
