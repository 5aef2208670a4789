/** How much of an id tells people apart. */
const SHORT = 8;

/** Somebody who was in a session. */
export interface Named {
  readonly id: string;
  /** By the word of the token; of who is gone it is not on record. */
  readonly name?: string | null;
  readonly context: string | null;
}

/**
 * What to call somebody: by the word of the token, or else by what their client said of itself, which may be a name, an
 * object with one, or nothing.
 */
export function participantName({ id, name: known, context }: Named): string {
  if (known) return known;
  const said = context?.trim() ?? '';
  if (said === '') return id.slice(0, SHORT);
  try {
    const parsed: unknown = JSON.parse(said);
    if (typeof parsed === 'string' && parsed !== '') return parsed;
    const name = (parsed as { name?: unknown } | null)?.name;
    if (typeof name === 'string' && name !== '') return name;
  } catch {
    // Free text is a name.
    return said;
  }
  return id.slice(0, SHORT);
}
