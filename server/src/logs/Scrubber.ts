/** What stands where a secret was. */
const CENSOR = '[secret]';

/** How names of fields and parameters end that hold secrets, without case, `-` and `_`. */
const SECRET_NAME =
  /(token|secret|password|apikeys?|authorization|cookie|credential|signature|privatejwk|privatekey|secretaccesskey)$|^sig$/;

/** Texts that are secrets whatever they are called. Whoever sends us a long text must not keep us busy with it. */
const PATTERNS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // A JSON Web Token.
  [/(?<![\w-])eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, CENSOR],
  [/\b(Bearer|Basic) +[^\s"',;]+/gi, `$1 ${CENSOR}`],
  // An API key that this server made, and the secret of a webhook.
  [/\b(parlour_|whsec_)[\w+/=-]{16,}/g, CENSOR],
  // Who logs in by a URL.
  [/(:\/\/)[^\s/@"':]*:[^\s/@"']*@/g, `$1${CENSOR}@`],
];
/** A parameter, of a URL say, or a field of JSON that stands in a text. */
const NAMED = /(^|[\s?&;,(]|\\{0,8}")([\w-]{3,32})(=|\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}")([^\s&;,)"\\]+)/g;
/** Shorter ones are also words that stand for something else. */
const LEAST_SECRET_LENGTH = 8;

/** Takes secrets out of what is logged: by the name of their field, by their looks, and those that are known. */
export class Scrubber {
  readonly #known: readonly string[];

  /** @param secrets - That are known to be some, whatever they look like. */
  constructor(secrets: readonly string[]) {
    const long = secrets.filter((secret) => secret.length >= LEAST_SECRET_LENGTH);
    // The longest first: one may begin with another.
    this.#known = [...new Set(long)].sort((one, other) => other.length - one.length);
  }

  /** A line of JSON, or any other text, without secrets. */
  line(line: string): string {
    let parsed: unknown;
    try {
      parsed = JSON.parse(line);
    } catch {
      return this.text(line);
    }
    return `${JSON.stringify(this.#value(parsed))}\n`;
  }

  text(text: string): string {
    let clean = text;
    for (const secret of this.#known) clean = clean.replaceAll(secret, CENSOR);
    for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
    return clean.replace(NAMED, (whole, before: string, name: string, between: string) =>
      isSecret(name) ? `${before}${name}${between}${CENSOR}` : whole,
    );
  }

  #value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((entry) => this.#value(entry));
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [
        this.text(name),
        isSecret(name) && entry !== null ? CENSOR : this.#value(entry),
      ]),
    );
  }
}

/** Whether a field of that name holds a secret. */
export function isSecret(name: string): boolean {
  return SECRET_NAME.test(name.replaceAll(/[-_]/g, '').toLowerCase());
}
