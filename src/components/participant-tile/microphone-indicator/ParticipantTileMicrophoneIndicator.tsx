'use client';
import { use, useRef } from 'react';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { mutedIcon } from '../icons.tsx';
import { TileAudioContext, useTileContext } from '../TileContext.ts';
import { useSpeech } from '../useSpeech.ts';
import { showBars } from './showBars.ts';

/** What a microphone indicator shows as `data-*`. */
export interface ParticipantTileMicrophoneIndicatorState {
  /** Off, on, or heard. */
  readonly microphone: 'muted' | 'on' | 'speaking';
}

export type ParticipantTileMicrophoneIndicatorProps = PartProps<'span', ParticipantTileMicrophoneIndicatorState>;

/**
 * A crossed microphone while it is off, bars while the person is heard, nothing otherwise and on shared
 * screens. Renders a `<span>`.
 */
export function ParticipantTileMicrophoneIndicator(props: ParticipantTileMicrophoneIndicatorProps) {
  const { streamKey, speech } = useTileContext();
  const messages = useMessages();
  const audio = use(TileAudioContext);
  const ref = useRef<HTMLSpanElement>(null);
  const label = { muted: messages['tile.muted'], on: messages['tile.unmuted'], speaking: messages['tile.speaking'] };

  const show = (speaking: boolean) => (!audio ? 'muted' : speaking ? 'speaking' : 'on');
  const speaking = useSpeech(speech, props, () => {
    const element = ref.current;
    if (!element) return;
    const now = show(speech.speaking);
    element.dataset.microphone = now;
    element.ariaLabel = label[now];
    if (now === 'speaking') showBars(element);
  });
  const microphone = show(speaking);

  const element = useRenderElement('span', props, { microphone } as const, {
    ref,
    className: 'parlour-tile-microphone',
    role: 'img',
    'aria-label': label[microphone],
    children: audio ? null : mutedIcon,
  });
  return streamKey === 'self' ? element : null;
}
