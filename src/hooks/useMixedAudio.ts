'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { useRoomStore } from './RoomContext.ts';
import { useConnection } from './useConnection.ts';

/** An `<audio>` that plays everybody else. */
export interface MixedAudio {
  /** To spread on your own `<audio>`, which must stay mounted. */
  readonly audioProps: { readonly ref: RefObject<HTMLAudioElement | null>; readonly autoPlay: true };
}

/**
 * Plays everybody else as one track, the room's `mixedAudioTrack`: for a volume of your own, say. While it plays,
 * `<RoomAudio>` is silent, so that nobody is heard twice.
 */
export function useMixedAudio(): MixedAudio {
  const store = useRoomStore();
  const { status } = useConnection();
  const inRoom = status === 'connected' || status === 'reconnecting';
  const ref = useRef<HTMLAudioElement>(null);

  useEffect(() => {
    const element = ref.current;
    const track = inRoom ? store.getState().mixedAudioTrack : undefined;
    if (!element || !track) return;
    element.srcObject = new MediaStream([track]);
    const detach = store.commands.audio.attach(element);
    return () => {
      detach();
      element.srcObject = null;
    };
  }, [store, inRoom]);

  return { audioProps: { ref, autoPlay: true } };
}
