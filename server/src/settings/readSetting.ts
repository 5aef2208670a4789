import { ConfigError } from './ConfigError.ts';

/** The environment that settings are read from: `process.env`, or a plain object in a test. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The trimmed text of a setting; a setting that is absent or blank is `undefined`. */
export function readText(env: Environment, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}

/** A comma-separated list without its empty entries. */
export function readList(env: Environment, name: string): string[] {
  return (readText(env, name) ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** A whole number within a range. */
export function readInteger(
  env: Environment,
  name: string,
  { min, max, fallback }: { min: number; max: number; fallback: number },
): number {
  const text = readText(env, name);
  if (text === undefined) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new ConfigError(`${name} is "${text}": it must be a whole number from ${min} to ${max}.`);
  }
  return value;
}

/** One word out of a list of words. */
export function readChoice<const Choice extends string>(
  env: Environment,
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  const text = readText(env, name);
  if (text === undefined) return fallback;
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) throw new ConfigError(`${name} is "${text}": it must be one of ${choices.join(', ')}.`);
  return choice;
}

/** A URL with one of the given protocols. The text is never repeated: a URL may hold a password. */
export function readUrl(env: Environment, name: string, protocols: readonly string[]): URL | undefined {
  const text = readText(env, name);
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url === null || !protocols.includes(url.protocol)) {
    throw new ConfigError(`${name} is not a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
  }
  return url;
}
