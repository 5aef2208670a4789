'use client';
import { QualityBars } from '../../components/connection-quality/QualityBars.tsx';
import { useMessages } from '../../i18n/index.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';

/** How good somebody's connection is. */
export function LiveQuality({ quality }: { quality: number | null }) {
  const words = useMessages();
  const messages = useConsoleMessages();
  const text = quality === null ? messages['session.unknownQuality'] : words['tile.quality'](quality);
  return (
    <span className="parlour-quality" role="img" aria-label={text} title={text} data-quality={quality ?? undefined}>
      <QualityBars />
    </span>
  );
}
