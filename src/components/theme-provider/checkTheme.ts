import { complain } from '../../ui/index.ts';
import { designTokens, type TokenKind } from './designTokens.ts';
import type { Theme } from './Theme.ts';

/** Null: the value will do; else what would. */
type Check = (value: unknown) => string | null;

const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value as string) ? null : `one of ${allowed.map((name) => `'${name}'`).join(', ')}`;

const EXAMPLES: Record<TokenKind, string> = {
  'background-color': "a CSS color such as '#5b5bd6' or 'oklch(0.6 0.2 280)'",
  'border-radius': "a CSS length such as '12px'",
  'box-shadow': "a CSS box-shadow such as '0 2px 8px #0003'",
  'font-family': "a CSS font-family such as 'Inter, sans-serif'",
  width: "a CSS length such as '12px'",
  'transition-duration': "a CSS time such as '200ms'",
  'transition-timing-function': "a CSS easing such as 'ease-out'",
};

/** Where there is no browser to ask, whatever can be no harm to the declarations beside it will do. */
const supports = (property: string, value: string) =>
  typeof CSS === 'undefined' || !CSS.supports ? !/[;{}]/.test(value) : CSS.supports(property, value);

const goodFor =
  (property: TokenKind): Check =>
  (value) =>
    typeof value === 'string' && supports(property, value) ? null : EXAMPLES[property];

const isLength: Check = (value) => {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? null : 'a number of pixels from 0 on';
  return goodFor('border-radius')(value) && `a number of pixels, or ${EXAMPLES['border-radius']}`;
};

const FIELDS: Readonly<Record<keyof Theme, Check>> = {
  colorScheme: oneOf('auto', 'light', 'dark'),
  accent: goodFor('background-color'),
  radius: isLength,
  density: oneOf('comfortable', 'compact'),
  font: goodFor('font-family'),
  tokens: (value) => (typeof value === 'object' && value !== null ? null : 'an object of tokens by their names'),
};

/** The entries that pass their check; the others are told of. A value of undefined is not there. */
function keep(given: object, checkOf: (name: string) => Check | undefined, where: string): Record<string, unknown> {
  const good: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const check = checkOf(name);
    const expected = check?.(value);
    if (!check) complain(`${where} has no '${name}'. It is ignored. Known are: ${known(where)}.`);
    else if (expected)
      complain(`${where}: '${name}' is ${JSON.stringify(value)}, which is not ${expected}. It is ignored.`);
    else good[name] = value;
  }
  return good;
}

const known = (where: string) => Object.keys(where === 'theme' ? FIELDS : designTokens).join(', ');

/** The theme without what cannot be used, which is told on the console in development. */
export function checkTheme(theme: Theme): Theme {
  const good: Theme = keep(theme, (name) => FIELDS[name as keyof Theme], 'theme');
  if (!good.tokens) return good;
  const kinds: Readonly<Record<string, TokenKind | undefined>> = designTokens;
  const tokenCheck = (name: string) => {
    const kind = kinds[name];
    return kind && goodFor(kind);
  };
  return { ...good, tokens: keep(good.tokens, tokenCheck, 'theme.tokens') };
}
