'use client';
import { useLocale } from '../../i18n/index.ts';
import { formatDuration } from '../i18n/format.ts';
import { useNow } from './useNow.ts';

/** How long something took, or takes while it goes on. */
export function Duration({ from, to }: { from: string; to: string | null }) {
  const { tag } = useLocale();
  const now = useNow(to === null);
  const seconds = ((to === null ? now : Date.parse(to)) - Date.parse(from)) / 1000;
  return <span className="parlour-console-digits">{formatDuration(tag, seconds)}</span>;
}
