const names = new Map<string, `data-${string}`>();

/** There are few names, and each is asked for at every render. */
function attributeOf(name: string): `data-${string}` {
  let attribute = names.get(name);
  if (!attribute) {
    attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    names.set(name, attribute);
  }
  return attribute;
}

/**
 * A part's state as `data-*` attributes: true is an attribute without a value, false, null and
 * undefined are absent, a string is the value. `isLocal` becomes `data-is-local`.
 */
export function stateAttributes(state: object): Record<`data-${string}`, string> {
  const attributes: Record<`data-${string}`, string> = {};
  for (const name in state) {
    const value = (state as Record<string, unknown>)[name];
    if (value === false || value === null || value === undefined) continue;
    attributes[attributeOf(name)] = value === true ? '' : String(value);
  }
  return attributes;
}
