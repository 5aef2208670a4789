import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/i18n/english.ts';
import type { Locale } from '../../../src/i18n/Locale.ts';
import type { PluralCategories } from '../../../src/i18n/plural.ts';

const folder = path.resolve(import.meta.dirname, '../../../src/i18n/locales');
const shipped = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
const locales = await Promise.all(
  shipped.map(async (tag) => {
    const module = (await import(`../../../src/i18n/locales/${tag}.ts`)) as { default: Locale };
    return { tag, locale: module.default, source: readFileSync(path.join(folder, `${tag}.ts`), 'utf8') };
  }),
);

type Said = string | ((...values: never[]) => string);
const inEnglish: Readonly<Record<string, Said>> = english;
const wordsOf = (locale: Locale): Readonly<Record<string, Said>> => locale.messages;

/** The plural categories that translations are typed with. */
const categories: { [Tag in keyof PluralCategories]: Record<PluralCategories[Tag], true> } = {
  en: { one: true, other: true },
  de: { one: true, other: true },
  fr: { one: true, many: true, other: true },
  es: { one: true, many: true, other: true },
  'pt-BR': { one: true, many: true, other: true },
  it: { one: true, many: true, other: true },
  pl: { one: true, few: true, many: true, other: true },
  uk: { one: true, few: true, many: true, other: true },
  tr: { one: true, other: true },
  ar: { zero: true, one: true, two: true, few: true, many: true, other: true },
  he: { one: true, two: true, other: true },
  hi: { one: true, other: true },
  'zh-CN': { other: true },
  'zh-TW': { other: true },
  ja: { other: true },
  ko: { other: true },
};

/** Names that are the same in every language. */
const NAMES = /Chrome|Edge|Firefox|Safari/g;
/** The same word in both languages, and rightly so. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ['chat.label', 'stats.jitter', 'stats.codec', 'effects.studio'],
  fr: ['stats.codec', 'notifications.label'],
  es: ['chat.label'],
};

/** Arguments that show where they went: names with a mark, counts that every plural form writes as a number. */
const NAMES_GIVEN = ['⟨a⟩', '⟨b⟩'];
const COUNT = 12;

/** What a message says with arguments that can be found again. What is no number where English counts is told by its “NaN”. */
function say(message: Said, key: string): string {
  if (typeof message === 'string') return message;
  const call = (said: Said, values: readonly unknown[]) =>
    (said as (...all: never[]) => string)(...(values as never[]));
  const listed = /^announce\.(joined|left|handRaised|waiting)$/.test(key);
  const marks = NAMES_GIVEN.slice(0, message.length);
  const counted = !listed && /NaN/.test(call(inEnglish[key] as Said, marks));
  return call(message, listed ? [NAMES_GIVEN, COUNT] : counted ? [COUNT] : marks);
}

const numberOf = (tag: string) => new Intl.NumberFormat(tag).format(COUNT);

it('16 languages are shipped', () => {
  expect(shipped.toSorted()).toEqual(Object.keys(categories).toSorted());
});

describe.each(locales)('$tag', ({ tag, locale, source }) => {
  it('bears its tag, and has the direction in which it is written', () => {
    const { direction } = (new Intl.Locale(tag) as unknown as { getTextInfo(): { direction: string } }).getTextInfo();
    expect(locale).toMatchObject({ tag, direction });
  });

  it('has every message, and no other', () => {
    const keys = Object.keys(wordsOf(locale));
    // Translate these in src/i18n/locales.
    expect({ missing: Object.keys(inEnglish).filter((key) => !keys.includes(key)) }).toEqual({ missing: [] });
    expect({ unknown: keys.filter((key) => !(key in inEnglish)) }).toEqual({ unknown: [] });
  });

  it('has nothing left in English', () => {
    if (tag === 'en') return expect(locale.messages).toBe(english);
    const left = Object.entries(wordsOf(locale)).filter(([key, message]) => {
      const plain = say(message, key).replaceAll(/⟨.⟩|[\d\s:.…,]/g, '');
      return plain !== '' && say(inEnglish[key] as Said, key) === say(message, key) && !SAME[tag]?.includes(key);
    });
    expect(left.map(([key]) => key)).toEqual([]);
    if (!/^(uk|ar|he|hi|zh|ja|ko)/.test(tag)) return;
    const latin = Object.entries(wordsOf(locale)).filter(([key, message]) =>
      /[a-z]/i.test(say(message, key).replaceAll(/⟨.⟩/g, '').replaceAll(NAMES, '')),
    );
    expect(latin.map(([key]) => key)).toEqual([]);
  });

  it('says all that it is given', () => {
    const lost = Object.entries(wordsOf(locale)).filter(([key, message]) => {
      const [ours, theirs] = [say(inEnglish[key] as Said, key), say(message, key)];
      const marks = [
        ...NAMES_GIVEN.filter((mark) => ours.includes(mark)),
        ...(ours.includes(String(COUNT)) ? [numberOf(tag)] : []),
      ];
      return marks.some((mark) => !theirs.includes(mark));
    });
    expect(lost.map(([key]) => key)).toEqual([]);
  });

  it('has a form for every plural category of the language', () => {
    const needed = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
    expect(Object.keys(categories[tag as keyof PluralCategories]).toSorted()).toEqual(needed);
    const text =
      tag === 'en'
        ? readFileSync(path.join(folder, '../en.ts'), 'utf8') +
          readFileSync(path.join(folder, '../enPanels.ts'), 'utf8')
        : source;
    const forms = [...text.matchAll(/(?:plural\(\s*\w+,|createPeople\('[\w-]+',)\s*\{([^}]*)\}/g)].map(
      ([, body = '']) => [...body.matchAll(/(\w+): '/g)].map(([, name]) => name).toSorted(),
    );
    expect(forms.length).toBeGreaterThanOrEqual(3);
    for (const form of forms) expect(form).toEqual(needed);
  });

  it('says one and many', () => {
    const { 'grid.label': inRoom, 'announce.joined': joined } = locale.messages;
    for (const count of [1, 2, 3, 5, 11, 100, 1_000_000]) expect(inRoom(count)).not.toMatch(/undefined|#|^\s*$/);
    for (const others of [0, 1, 2, 3, 5, 11, 21, 100]) expect(joined(['Ana'], others)).toMatch(/Ana/);
    expect(joined(['Ana'], 3)).toContain(new Intl.NumberFormat(tag).format(3));
    expect(joined(['Ana', 'Ben'], 0)).toMatch(/Ana.*Ben/);
  });

  it('is set as it is printed: with its own quotes and dots', () => {
    const typed = Object.entries(wordsOf(locale)).filter(([key, message]) => /["']|\.\.\./.test(say(message, key)));
    expect(typed.map(([key]) => key)).toEqual([]);
  });

  it('has short words for buttons', () => {
    const { messages } = locale;
    const buttons = [
      messages['controls.leave'],
      messages['prejoin.join'],
      messages['audio.unblock'],
      messages['connection.joinAgain'],
    ];
    expect(buttons.filter((label) => label.length > 24)).toEqual([]);
  });
});
