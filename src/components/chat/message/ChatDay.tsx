'use client';
import { useLocale } from '../../../i18n/index.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

function nameOf(date: Date, tag: string): string {
  const now = new Date();
  const days = Math.round((midnight(date) - midnight(now)) / DAY_MS);
  if (days === 0 || days === -1) return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(days, 'day');
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', year }).format(date);
}

/** The day on which what follows was written. */
export function ChatDay({ date }: { date: Date }) {
  const { tag } = useLocale();
  return (
    <p className="parlour-chat-day">
      <span className="parlour-chat-day-name">{nameOf(date, tag)}</span>
    </p>
  );
}
