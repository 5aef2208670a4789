import type { Locale } from 'parlour';

const TAGS = ['en', 'de', 'fr', 'es', 'pt-BR', 'it', 'pl', 'uk', 'tr', 'ar', 'he', 'hi', 'zh-CN', 'zh-TW', 'ja', 'ko'];

/** The first of a person's languages that the page speaks; English if it is none of them. */
function tagOf(wanted: readonly string[]): string {
  for (const one of wanted) {
    const { language, script, region } = new Intl.Locale(one).maximize();
    if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
    const found =
      TAGS.find((tag) => tag === `${language}-${region}` || tag === language) ??
      TAGS.find((tag) => tag.startsWith(`${language}-`));
    if (found) return found;
  }
  return 'en';
}

/** Fetches the words of a language. */
export async function loadLocale(wanted: readonly string[]): Promise<Locale> {
  const module = (await import(`../../src/i18n/locales/${tagOf(wanted)}.ts`)) as { default: Locale };
  return module.default;
}
