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

/**
 * The same with what they do.
 *
 * @returns a function of the names, how many others there are, and what one does and what several do.
 */
export function withVerb(
  people: (names: readonly string[], more: number) => string,
): (names: readonly string[], more: number, one: string, several: string) => string {
  return (names, more, one, several) => `${people(names, more)} ${names.length + more === 1 ? one : several}`;
}
