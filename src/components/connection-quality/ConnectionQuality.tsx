'use client';
import { POOR_QUALITY, useConnectionQuality } from '../../hooks/index.ts';
import { useMessages } from '../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../ui/index.ts';
import { QualityBars } from './QualityBars.tsx';

/** What a connection's quality shows as `data-*`. */
export interface ConnectionQualityState {
  /** From 0 (unusable) to 5. */
  readonly quality: number | null;
}

export interface ConnectionQualityProps extends PartProps<'span', ConnectionQualityState> {
  participantId: string;
  /** `poor`: only while the connection is. @default 'always' */
  show?: 'poor' | 'always' | undefined;
}

/**
 * How good somebody's connection is: bars to see and words for who cannot. Renders a `<span>` with the role `img`, or
 * nothing for who is not in the room.
 */
export function ConnectionQuality({ participantId, show = 'always', ...props }: ConnectionQualityProps) {
  const messages = useMessages();
  const quality = useConnectionQuality(participantId);
  const element = useRenderElement(
    'span',
    props,
    { quality },
    {
      className: 'parlour-quality',
      role: 'img',
      'aria-label': messages['tile.quality'](quality ?? 0),
      title: messages['tile.quality'](quality ?? 0),
      children: <QualityBars />,
    },
  );
  return quality !== null && (show === 'always' || quality <= POOR_QUALITY) ? element : null;
}
