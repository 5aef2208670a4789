'use client';
import Volume2 from 'lucide-react/icons/volume-2';
import { useSpeaker } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

export type RoomAudioUnblockProps = PartProps<'button', Record<never, never>>;

/**
 * Starts the sound where the browser wants a click for it first; any other click on the page does so, too. Renders a
 * `<button>`, or nothing while sound plays.
 */
export function RoomAudioUnblock(props: RoomAudioUnblockProps) {
  const messages = useMessages();
  const { blocked, buttonProps } = useSpeaker();
  const element = useRenderElement(
    'button',
    props,
    {},
    {
      ...buttonProps,
      className: 'parlour-button parlour-audio-unblock',
      children: (
        <>
          <Volume2 className="parlour-directional" aria-hidden /> {messages['audio.unblock']}
        </>
      ),
    },
  );
  return blocked ? element : null;
}
