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

/**
 * A crossed microphone while it is off, bars while the person is heard, nothing otherwise and on shared
 * screens. Renders a `<span>`.
 */
export function ParticipantTileMicrophoneIndicator(props: ParticipantTileMicrophoneIndicatorProps) {
  const { streamKey } = useTileContext();
  const messages = useMessages();
  const microphone = use(TileMicrophoneContext);
  const label = { muted: messages['tile.muted'], on: messages['tile.unmuted'], speaking: messages['tile.speaking'] };

  const element = useRenderElement('span', props, { microphone } as const, {
    className: 'parlour-tile-microphone',
    role: 'img',
    'aria-label': label[microphone],
    children: microphone === 'muted' ? mutedIcon : microphone === 'speaking' && barsIcon,
  });
  return streamKey === 'self' ? element : null;
}
