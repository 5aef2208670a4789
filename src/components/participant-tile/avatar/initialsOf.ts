let graphemes: Intl.Segmenter | null = null;

/** A Latin letter or a digit with another one, or nothing, behind it: one character, as people count them. */
const PLAIN = /^[a-z0-9](?![^ -~])/i;

/** The first character, as people count them, of anything that has one. */
function first(word: string | undefined): string {
  if (!word) return '';
  if (PLAIN.test(word)) return word.charAt(0);
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(word)) return segment;
  return '';
}

/** First letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const last = words.length > 1 ? first(words.at(-1)) : '';
  return (first(words[0]) + last).toLocaleUpperCase();
}
