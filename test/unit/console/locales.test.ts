import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { ConsoleMessages } from '../../../src/console/i18n/ConsoleMessages.ts';
import { loadConsoleMessages, messagesOf } from '../../../src/console/i18n/consoleLocales.ts';
import { en } from '../../../src/console/i18n/en.ts';

const tagsOf = (folder: string) =>
  readdirSync(path.resolve(import.meta.dirname, '../../../src', folder)).map((name) => name.replace(/\.ts$/, ''));
const tags = tagsOf('i18n/locales').filter((tag) => tag !== 'en');

type Said = string | ((...values: never[]) => string);
const say = (said: Said, values: readonly unknown[]) =>
  typeof said === 'string' ? said : (said as (...all: unknown[]) => string)(...values);
const COUNTED = ['signIn.tooMany', 'session.count', 'recordings.deleteAllTitle', 'recordings.wereDeleted'];
const valuesOf = (key: string) => (COUNTED.includes(key) ? [12] : ['⟨a⟩', '⟨b⟩']);

it('mission control speaks the languages of the rooms', () => {
  expect(tagsOf('console/i18n/locales').toSorted()).toEqual(tags.toSorted());
});

it('speaks English until a language has come, and where it has none', async () => {
  expect(messagesOf('nl')).toBe(en);
  await loadConsoleMessages('nl');
  expect(messagesOf('nl')).toBe(en);
});

it.each(tags)('%s says everything, and says it differently', async (tag) => {
  await loadConsoleMessages(tag);
  const messages: ConsoleMessages = messagesOf(tag);
  expect(messages).not.toBe(en);
  const keys = Object.keys(en) as (keyof ConsoleMessages)[];
  const same = keys.filter((key) => say(messages[key], valuesOf(key)) === say(en[key], valuesOf(key)));
  // A name is “Nom” in one language and “Name” in another; “12 / 40” is written alike in several.
  expect(same.filter((key) => key !== 'list.count')).toEqual([]);
  const lost = keys.filter((key) => {
    const marks = valuesOf(key).map((value) =>
      typeof value === 'number' ? new Intl.NumberFormat(tag).format(value) : value,
    );
    const needed = marks.slice(0, typeof en[key] === 'string' ? 0 : (en[key] as (...all: never[]) => string).length);
    return needed.some((mark) => !say(messages[key], valuesOf(key)).includes(String(mark)));
  });
  expect(lost).toEqual([]);
  expect(keys.filter((key) => /["']|\.\.\./.test(say(messages[key], valuesOf(key))))).toEqual([]);
});
