/**
 * A part's state as `data-*` attributes: true is an attribute without a value, false, null and
 * undefined are absent, a string is the value. `isLocal` becomes `data-is-local`.
 */
export function stateAttributes(state: object): Record<`data-${string}`, string> {
  const attributes: Record<`data-${string}`, string> = {};
  for (const [name, value] of Object.entries(state)) {
    if (value === false || value === null || value === undefined) continue;
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    attributes[`data-${kebab}`] = value === true ? '' : String(value);
  }
  return attributes;
}
