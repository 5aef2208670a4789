'use client';
import { use } from 'react';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { barsIcon, mutedIcon } from '../icons.tsx';
import { type TileMicrophone, TileMicrophoneContext, useTileContext } from '../TileContext.ts';

/** What a microphone indicator shows as `data-*`. */
export interface ParticipantTileMicrophoneIndicatorState {
  readonly microphone: TileMicrophone;
}

export type ParticipantTileMicrophoneIndicatorProps = PartProps<'span', ParticipantTileMicrophoneIndicatorState>;

/** Whoever has spoken speaks again: the bars stay, and are seen only then. */
const ICONS = { muted: mutedIcon, on: null, quiet: barsIcon, speaking: barsIcon };

/**
 * A crossed microphone while it is off, bars while the person is heard, nothing otherwise and on shared
 * screens. Renders a `<span>`.
 */
export function ParticipantTileMicrophoneIndicator(props: ParticipantTileMicrophoneIndicatorProps) {
  const { streamKey } = useTileContext();
  const messages = useMessages();
  const heard = use(TileMicrophoneContext);
  const microphone = heard === 'quiet' ? 'on' : heard;
  const label = { muted: messages['tile.muted'], on: messages['tile.unmuted'], speaking: messages['tile.speaking'] };

  const element = useRenderElement('span', props, { microphone } as const, {
    className: 'parlour-tile-microphone',
    role: 'img',
    'aria-label': label[microphone],
    children: ICONS[heard],
  });
  return streamKey === 'self' ? element : null;
}
