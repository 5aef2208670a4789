/** How much of an id tells people apart. */
const SHORT = 8;

/** What to call somebody, by what their client said of itself: a name, an object with one, or nothing. */
export function participantName({ id, context }: { readonly id: string; readonly context: string | null }): string {
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
