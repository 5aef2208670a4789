'use client';
import { POOR_QUALITY, useConnectionQuality } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';

/** What a tile's quality shows as `data-*`. */
export interface ParticipantTileQualityState {
  /** From 0 (unusable) to 5. */
  readonly quality: number | null;
}

export interface ParticipantTileQualityProps extends PartProps<'span', ParticipantTileQualityState> {
  /** `poor`: only while the connection is. @default 'poor' */
  show?: 'poor' | 'always' | undefined;
}

const BARS = [1, 2, 3, 4, 5].map((bar) => (
  <rect key={bar} className="parlour-tile-quality-bar" x={bar * 3 - 3} y={12 - bar * 2} width="2" height={bar * 2} />
));

/** How good the person's connection is, as bars. Renders a `<span>`, or nothing. */
export function ParticipantTileQuality({ show = 'poor', ...props }: ParticipantTileQualityProps) {
  const { participantId } = useTileContext();
  const messages = useMessages();
  const quality = useConnectionQuality(participantId);
  const element = useRenderElement(
    'span',
    props,
    { quality },
    {
      className: 'parlour-tile-sign parlour-tile-quality',
      role: 'img',
      'aria-label': messages['tile.quality'](quality ?? 0),
      children: (
        <svg viewBox="0 0 15 12" width="1.25em" height="1em" aria-hidden="true">
          {BARS}
        </svg>
      ),
    },
  );
  return quality !== null && (show === 'always' || quality <= POOR_QUALITY) ? element : null;
}
