'use client';
import MicOff from 'lucide-react/icons/mic-off';
import { useMicrophoneState } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';

/** What a microphone indicator shows as `data-*`. */
export interface ParticipantTileMicrophoneIndicatorState {
  readonly microphone: 'muted' | 'on' | 'speaking';
}

export type ParticipantTileMicrophoneIndicatorProps = PartProps<'span', ParticipantTileMicrophoneIndicatorState>;

/** Three bars: speaking shows as a shape, and needs neither color nor motion. Always the same element: it is never rendered again. */
const bars = (
  <svg viewBox="0 0 12 12" width="1em" height="1em" aria-hidden="true" className="parlour-tile-bars">
    <rect x="1" y="4" width="2" height="4" rx="1" />
    <rect x="5" y="1" width="2" height="10" rx="1" />
    <rect x="9" y="3" width="2" height="6" rx="1" />
  </svg>
);

/**
 * A crossed microphone while it is off, bars while the person is heard, nothing otherwise and on shared
 * screens. Renders a `<span>`.
 */
export function ParticipantTileMicrophoneIndicator(props: ParticipantTileMicrophoneIndicatorProps) {
  const { participantId, streamKey } = useTileContext();
  const messages = useMessages();
  const microphone = useMicrophoneState(participantId, streamKey);
  const label = { muted: messages['tile.muted'], on: messages['tile.unmuted'], speaking: messages['tile.speaking'] };

  const element = useRenderElement('span', props, { microphone } as const, {
    className: 'parlour-tile-microphone',
    role: 'img',
    'aria-label': label[microphone],
    children: microphone === 'muted' ? <MicOff size="1em" aria-hidden /> : microphone === 'speaking' && bars,
  });
  return streamKey === 'self' ? element : null;
}
