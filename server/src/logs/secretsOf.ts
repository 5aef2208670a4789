import { isSecret } from './Scrubber.ts';

/** The secrets among settings: what stands under the name of one, and the passwords of URLs. */
export function secretsOf(settings: object): string[] {
  return Object.entries(settings).flatMap(([name, value]) => (isSecret(name) ? textsOf(value) : secretsIn(value)));
}

function secretsIn(value: unknown): string[] {
  if (typeof value === 'string') return passwordOf(value);
  if (Array.isArray(value)) return value.flatMap(secretsIn);
  return typeof value === 'object' && value !== null ? secretsOf(value) : [];
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** As it stands in the URL, and as it is meant. */
function passwordOf(text: string): string[] {
  const password = URL.parse(text)?.password;
  return password ? [password, decoded(password)] : [];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
