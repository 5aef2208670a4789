import type { MediaKind } from './media.ts';
import type { Censored, Censorship, Source } from './moderation.ts';

/** The stream key that is a source of its own: a shared screen, with its sound. */
export const PRESENTATION = 'presentation';

/** The source that a kind of a stream comes from, which is what a grant is needed for. */
export function sourceOf(key: string, kind: MediaKind): Source {
  return key === PRESENTATION ? PRESENTATION : kind;
}

/** What keeps a kind of a stream off, or null when nothing does. */
export function censorshipOf(censored: Censored | undefined, key: string, kind: MediaKind): Censorship | null {
  return censored?.[sourceOf(key, kind)] ?? (kind === 'audio' ? censored?.audio : undefined) ?? null;
}
