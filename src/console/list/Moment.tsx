'use client';
import { useLocale } from '../../i18n/index.ts';
import { formatMoment } from '../i18n/format.ts';

/** When something was. Renders a `<time>`. */
export function Moment({ at }: { at: string }) {
  const { tag } = useLocale();
  return (
    <time className="parlour-console-moment" dateTime={at}>
      {formatMoment(tag, at)}
    </time>
  );
}
