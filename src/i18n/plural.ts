/** The plural categories of a language, as `Intl.PluralRules` has them. A language that is added is added here. */
export interface PluralCategories {
  readonly en: 'one' | 'other';
  readonly de: 'one' | 'other';
  readonly fr: 'one' | 'many' | 'other';
  readonly es: 'one' | 'many' | 'other';
  readonly 'pt-BR': 'one' | 'many' | 'other';
  readonly it: 'one' | 'many' | 'other';
  readonly pl: 'one' | 'few' | 'many' | 'other';
  readonly uk: 'one' | 'few' | 'many' | 'other';
  readonly tr: 'one' | 'other';
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  readonly he: 'one' | 'two' | 'other';
  readonly hi: 'one' | 'other';
  readonly 'zh-CN': 'other';
  readonly 'zh-TW': 'other';
  readonly ja: 'other';
  readonly ko: 'other';
}

/** A form for each category that the language has; `#` is the number. */
export type PluralForms<Tag extends keyof PluralCategories> = Readonly<Record<PluralCategories[Tag], string>>;

/** Chooses among the plural forms of a language by its own rules, and writes the number as the language does. */
export function createPlural<Tag extends keyof PluralCategories>(
  tag: Tag,
): (count: number, forms: PluralForms<Tag>) => string {
  const rules = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  return (count, forms) => {
    const byCategory: Partial<Record<Intl.LDMLPluralRule, string>> = forms;
    return (byCategory[rules.select(count)] ?? byCategory.other ?? '').replace('#', numbers.format(count));
  };
}
