const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first character, as people count them, of anything that has one. */
const first = (word: string | undefined) => [...graphemes.segment(word ?? '')][0]?.segment ?? '';

/** First letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const last = words.length > 1 ? first(words.at(-1)) : '';
  return (first(words[0]) + last).toLocaleUpperCase();
}
