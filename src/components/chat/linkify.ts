/** A piece of a text: as it stands, or a link. */
export interface TextPiece {
  readonly text: string;
  /** Where it leads; null: nowhere. */
  readonly href: string | null;
}

/** Every piece of text that begins as an address of the web does. Nothing in it can go back, so it is linear in the text. */
const CANDIDATES = /\b(?:https?:\/\/|www\.)[^\s<>"“”„«»]+/giu;
const CLOSING = /[.,;:!?'’)\]}…]$/u;

/** Longer addresses are left as text: nobody writes them, and browsers do not all open them. */
const MOST_CHARACTERS = 2048;

/** Without what ends the sentence rather than the address; a bracket that was opened in the address belongs to it. */
function withoutPunctuation(candidate: string): string {
  let end = candidate.length;
  const open = candidate.split('(').length;
  let closed = candidate.split(')').length;
  while (CLOSING.test(candidate.charAt(end - 1))) {
    if (candidate[end - 1] === ')') {
      if (open >= closed) break;
      closed -= 1;
    }
    end -= 1;
  }
  return candidate.slice(0, end);
}

function hrefOf(text: string): string | null {
  try {
    const url = new URL(/^www\./i.test(text) ? `https://${text}` : text);
    // A name before the host makes an address look like another one's.
    if (url.username !== '' || url.password !== '' || !url.hostname.includes('.')) return null;
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** Finds the addresses of the web in a text. What leads elsewhere, as `javascript:` does, is never a link. */
export function linkify(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: candidate, index } of text.matchAll(CANDIDATES)) {
    const url = candidate.length > MOST_CHARACTERS ? '' : withoutPunctuation(candidate);
    const href = hrefOf(url);
    if (href === null) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), href: null });
    pieces.push({ text: url, href });
    from = index + url.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}
