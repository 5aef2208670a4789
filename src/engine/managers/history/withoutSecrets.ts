/** A JSON web token, whole or cut off: three parts, of which the first begins with `{"`. */
const TOKEN = /eyJ[\w-]{8,}(\.[\w-]*){0,2}/g;
/** What stands before the host of a URL, and its query. */
const CREDENTIALS = /(\w+:\/\/)[^/\s@]+@/g;
const QUERY = /(\w+:\/\/[^\s?]+)\?\S+/g;

/**
 * A copy in which no text holds a token or the credentials of a URL. Nothing should have brought them here; an error's
 * own message may.
 */
export function withoutSecrets<Value>(value: Value): Value {
  if (typeof value === 'string') {
    return value
      .replace(TOKEN, '[token]')
      .replace(CREDENTIALS, '$1[credentials]@')
      .replace(QUERY, '$1?[query]') as Value;
  }
  if (Array.isArray(value)) return value.map(withoutSecrets) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutSecrets(part)])) as Value;
}
