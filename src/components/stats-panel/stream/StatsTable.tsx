'use client';
import type { ReactNode, Ref } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import type { StatName, StatTexts } from '../describeStats.ts';

const VIDEO: readonly Exclude<StatName, 'limitation'>[] = [
  'resolution',
  'frameRate',
  'bitrate',
  'loss',
  'jitter',
  'roundTrip',
  'codec',
];
const AUDIO = VIDEO.slice(2);

/** Writes the values into the page, without React: they change each second. */
export function writeStats(table: HTMLElement | null, texts: StatTexts | null): void {
  if (!table) return;
  table.hidden = texts === null;
  for (const cell of table.querySelectorAll<HTMLElement>('[data-stat]')) {
    const text = texts?.[cell.dataset.stat as StatName] ?? '–';
    if (cell.textContent !== text) cell.textContent = text;
  }
}

/** The values of the sound or the picture of a stream; `children` are further rows. Renders a `<section>`, hidden until there are values. */
export function StatsTable({
  kind,
  ref,
  children,
}: {
  kind: 'audio' | 'video';
  ref: Ref<HTMLElement>;
  children?: ReactNode;
}) {
  const messages = usePanelMessages();
  return (
    <section ref={ref} className="parlour-stats-table" data-kind={kind} hidden>
      <h4 className="parlour-stats-kind">{messages[kind === 'audio' ? 'media.sound' : 'media.picture']}</h4>
      <dl className="parlour-stats-values">
        {(kind === 'audio' ? AUDIO : VIDEO).map((name) => (
          <StatsLine key={name} label={messages[`stats.${name}`]} stat={name} />
        ))}
        {children}
      </dl>
    </section>
  );
}

/** One value: what it is called, and a place for it. Renders a `<div>` with a `<dt>` and a `<dd>`. */
export function StatsLine({ label, stat, children }: { label: string; stat?: StatName; children?: ReactNode }) {
  return (
    <div className="parlour-stats-line">
      <dt className="parlour-stats-label">{label}</dt>
      <dd className="parlour-stats-value" data-stat={stat}>
        {children}
      </dd>
    </div>
  );
}
