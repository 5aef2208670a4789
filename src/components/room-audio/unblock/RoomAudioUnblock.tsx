'use client';
import Volume2 from 'lucide-react/icons/volume-2';
import { useSyncExternalStore } from 'react';
import { useRoomStore } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { audioPlaybackOf } from '../AudioPlayback.ts';

export type RoomAudioUnblockProps = PartProps<'button', Record<never, never>>;

const notOnTheServer = () => false;

/**
 * Starts the sound where the browser wants a click for it first. Renders a `<button>`, or nothing while
 * sound plays.
 */
export function RoomAudioUnblock(props: RoomAudioUnblockProps) {
  const messages = useMessages();
  const playback = audioPlaybackOf(useRoomStore());
  const blocked = useSyncExternalStore(playback.subscribe, playback.isBlocked, notOnTheServer);
  const element = useRenderElement(
    'button',
    props,
    {},
    {
      type: 'button',
      className: 'parlour-button parlour-audio-unblock',
      onClick: () => void playback.unblock(),
      children: (
        <>
          <Volume2 aria-hidden /> {messages['audio.unblock']}
        </>
      ),
    },
  );
  return blocked ? element : null;
}
