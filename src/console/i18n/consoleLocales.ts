import type { ConsoleMessages } from './ConsoleMessages.ts';
import { en } from './en.ts';

type Loader = () => Promise<{ readonly default: ConsoleMessages }>;

/** Each language is fetched when it is first shown. */
const loaders: Readonly<Record<string, Loader>> = {
  ar: () => import('./locales/ar.ts'),
  de: () => import('./locales/de.ts'),
  es: () => import('./locales/es.ts'),
  fr: () => import('./locales/fr.ts'),
  he: () => import('./locales/he.ts'),
  hi: () => import('./locales/hi.ts'),
  it: () => import('./locales/it.ts'),
  ja: () => import('./locales/ja.ts'),
  ko: () => import('./locales/ko.ts'),
  pl: () => import('./locales/pl.ts'),
  'pt-BR': () => import('./locales/pt-BR.ts'),
  tr: () => import('./locales/tr.ts'),
  uk: () => import('./locales/uk.ts'),
  'zh-CN': () => import('./locales/zh-CN.ts'),
  'zh-TW': () => import('./locales/zh-TW.ts'),
};

const loaded = new Map<string, ConsoleMessages>([['en', en]]);
const loading = new Map<string, Promise<void>>();
const listeners = new Set<() => void>();

/** The words of a language as far as they are there: until they are, the English ones. */
export const messagesOf = (tag: string): ConsoleMessages => loaded.get(tag) ?? en;

/** Calls when a language has come. */
export function onMessages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Fetches the words of a language ahead, so that a page does not begin in English. A language that mission control does
 * not speak, and one that cannot be fetched, leave it in English; the latter is tried again when it is next asked for.
 *
 * @param tag - A BCP 47 tag as `Locale` bears it: `de`, `pt-BR`.
 */
export function loadConsoleMessages(tag: string): Promise<void> {
  const load = loaders[tag];
  if (!load || loaded.has(tag)) return Promise.resolve();
  const known = loading.get(tag);
  if (known) return known;
  const coming = load()
    .then(
      (module) => {
        loaded.set(tag, module.default);
        for (const listener of listeners) listener();
      },
      () => {},
    )
    .finally(() => loading.delete(tag));
  loading.set(tag, coming);
  return coming;
}
