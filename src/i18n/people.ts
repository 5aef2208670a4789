import { createPlural, type PluralCategories, type PluralForms } from './plural.ts';

/**
 * Names people as a language does: “Ana”, “Ana and Ben”, “Ana and 3 others”.
 *
 * @param others - How many more there are than those who are named, by plural form.
 */
export function createPeople<Tag extends keyof PluralCategories>(
  tag: Tag,
  others: PluralForms<Tag>,
): (names: readonly string[], more: number) => string {
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const plural = createPlural(tag);
  return (names, more) => list.format(more > 0 ? [...names, plural(more, others)] : names);
}
