import fc from 'fast-check';

const edges: readonly unknown[] = [
  ...[
    null,
    undefined,
    true,
    false,
    '',
    ' ',
    'null',
    '__proto__',
    'constructor',
    'toString',
    '\u0000',
    '💥',
    'x'.repeat(5_000),
  ],
  ...[0, -0, -1, 1.5, 255, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, Number.NaN, Number.POSITIVE_INFINITY],
  ...[
    [],
    {},
    [[]],
    [null],
    { length: 1e9 },
    ...['{"__proto__":{"polluted":true}}', '{"then":1}'].map((text) => JSON.parse(text)),
  ],
];

/** A value that nobody expects: edges of every type, texts, numbers and JSON of any shape. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  // A copy each: what is changed in one must not be in the next, where it would grow and grow.
  { weight: 4, arbitrary: fc.constantFrom(...edges).map((edge) => structuredClone(edge)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

interface Change {
  readonly where: number;
  readonly how: 'replace' | 'remove' | 'add' | 'repeat';
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  where: fc.nat(),
  how: fc.constantFrom('replace' as const, 'replace' as const, 'remove' as const, 'add' as const, 'repeat' as const),
  value: hostileValue,
});

/** Something that is nearly in order: one of the samples with up to four places changed; sometimes nothing of the sort. */
export function nearly(...samples: readonly unknown[]): fc.Arbitrary<unknown> {
  return spoilt(fc.constantFrom(...samples));
}

/** The same of whatever `values` makes. */
export function spoilt(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(values, fc.array(change, { maxLength: 4 }))
        .map(([value, changes]) => changes.reduce(apply, structuredClone(value))),
    },
    { weight: 1, arbitrary: hostileValue },
  );
}

/** A text in which some characters are others, or missing. */
export function nearlyText(...samples: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(), put: fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 6 })) });
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 4 }))
        .map(([sample, edits]) =>
          edits.reduce((text, { at, put }) => replaceAt(text, at % (text.length + 1), put), sample),
        ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
}

function replaceAt(text: string, at: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + 1);
}

type Container = Record<string | number, unknown>;

/** All places of a value: every container, with every key in it. */
function places(value: unknown, found: [Container, string][] = []): [Container, string][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value as Container, key]);
    if (found.length < 200) places((value as Container)[key], found);
  }
  return found;
}

function apply(value: unknown, { where, how, value: edge }: Change): unknown {
  // A copy: the edges are shared by all inputs, and a later change may be made inside this one.
  const put = structuredClone(edge);
  const all = places(value);
  const place = all[where % Math.max(1, all.length)];
  if (!place) return put;
  const [container, key] = place;
  if (how === 'remove') delete container[key];
  else if (how === 'add') container[`${key}2`] = put;
  else if (how === 'repeat')
    container[key] = Array.isArray(container) ? [...container] : [container[key], container[key]];
  else container[key] = put;
  return value;
}
