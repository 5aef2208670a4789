'use client';
import { use, useRef } from 'react';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { mutedIcon } from '../icons.tsx';
import { type TileMicrophone, TileMicrophoneContext, useTileContext } from '../TileContext.ts';
import { useSpeech } from '../useSpeech.ts';

/** What a microphone indicator shows as `data-*`. */
export interface ParticipantTileMicrophoneIndicatorState {
  readonly microphone: TileMicrophone;
}

export type ParticipantTileMicrophoneIndicatorProps = PartProps<'span', ParticipantTileMicrophoneIndicatorState>;

/**
 * A crossed microphone while it is off, bars while the person is heard, nothing otherwise and on shared
 * screens. Renders a `<span>`.
 */
export function ParticipantTileMicrophoneIndicator(props: ParticipantTileMicrophoneIndicatorProps) {
  const { streamKey, speech } = useTileContext();
  const messages = useMessages();
  const rendered = use(TileMicrophoneContext);
  const ref = useRef<HTMLSpanElement>(null);
  const label = { muted: messages['tile.muted'], on: messages['tile.unmuted'], speaking: messages['tile.speaking'] };

  const now = (): TileMicrophone => (rendered === 'muted' ? 'muted' : speech.speaking ? 'speaking' : 'on');
  useSpeech(speech, props, () => {
    const shown = now();
    if (!ref.current) return;
    ref.current.setAttribute('data-microphone', shown);
    ref.current.setAttribute('aria-label', label[shown]);
  });
  const microphone = now();

  const element = useRenderElement('span', props, { microphone } as const, {
    ref,
    className: 'parlour-tile-microphone',
    role: 'img',
    'aria-label': label[microphone],
    children: microphone === 'muted' ? mutedIcon : null,
  });
  return streamKey === 'self' ? element : null;
}
