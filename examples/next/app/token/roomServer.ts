/**
 * Asks the room server's REST API.
 *
 * @throws Error that says why it refused.
 */
export async function callRoomServer<Data>(method: string, path: string, body?: object): Promise<Data> {
  const { PARLOUR_URL, PARLOUR_API_KEY } = process.env;
  if (!PARLOUR_URL || !PARLOUR_API_KEY) {
    throw new Error('PARLOUR_URL and PARLOUR_API_KEY tell this application where its room server is.');
  }
  const response = await fetch(new URL(`/v2/${path}`, PARLOUR_URL), {
    method,
    headers: { authorization: `Bearer ${PARLOUR_API_KEY}`, 'content-type': 'application/json' },
    cache: 'no-store',
    ...(body && { body: JSON.stringify(body) }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: { detail: string }[] };
  if (!response.ok) throw new Error(errors?.[0]?.detail ?? `The room server answered with ${response.status}.`);
  return data;
}

/** The id of the room of that name; the first to ask makes it. */
export async function findOrCreateRoom(name: string): Promise<string> {
  const find = async () => {
    const [room] = await callRoomServer<{ id: string }[]>(
      'GET',
      `rooms?filter[unique_name]=${encodeURIComponent(name)}`,
    );
    return room?.id;
  };
  const existing = await find();
  if (existing) return existing;
  try {
    return (await callRoomServer<{ id: string }>('POST', 'rooms', { unique_name: name })).id;
  } catch (error) {
    // Somebody else may have made it a moment ago.
    const made = await find();
    if (!made) throw error;
    return made;
  }
}
