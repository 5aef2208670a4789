/** A screen of mission control. */
export type Place =
  | { readonly name: 'rooms' }
  | { readonly name: 'sessions' }
  | { readonly name: 'recordings' }
  | { readonly name: 'compositions' }
  | { readonly name: 'choose-session' }
  | { readonly name: 'compose'; readonly sessionId: string }
  | { readonly name: 'webhooks' }
  | { readonly name: 'server' }
  | { readonly name: 'session'; readonly sessionId: string }
  | { readonly name: 'unknown' };

const LISTS = ['sessions', 'recordings', 'compositions', 'webhooks', 'server'] as const;

/** `/sessions/1a2b` → the place; an empty path is the list of rooms. */
export function placeAt(path: string): Place {
  const [section = '', id, ...more] = path.split('/').filter((part) => part !== '');
  if (section === 'compositions' && id === 'new') return composing(more);
  if (more.length > 0) return { name: 'unknown' };
  if (section === 'sessions' && id !== undefined) return { name: 'session', sessionId: decoded(id) };
  if (id !== undefined) return { name: 'unknown' };
  if (section === '' || section === 'rooms') return { name: 'rooms' };
  const found = LISTS.find((name) => name === section);
  return { name: found ?? 'unknown' };
}

/** `/compositions/new`, and the session behind it. */
function composing([sessionId, ...more]: readonly string[]): Place {
  if (more.length > 0) return { name: 'unknown' };
  return sessionId === undefined ? { name: 'choose-session' } : { name: 'compose', sessionId: decoded(sessionId) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
