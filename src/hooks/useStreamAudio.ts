'use client';
import { useEffect, useRef } from 'react';
import { useRoomStore } from './RoomContext.ts';
import { useStream } from './useStream.ts';

/** An `<audio>` that plays a remote stream, and with that asks for it. */
export interface StreamAudio {
  /** To spread on your own `<audio>`, which must stay mounted. */
  readonly audioProps: {
    readonly ref: React.RefObject<HTMLAudioElement | null>;
    readonly autoPlay: true;
  };
}

/**
 * Plays a remote stream's audio. Use `<RoomAudio>`, unless you place the sound of each person yourself.
 *
 * @param key - @default 'self' (camera and microphone)
 */
export function useStreamAudio(participantId: string, key = 'self'): StreamAudio {
  const { commands } = useRoomStore();
  const stream = useStream(participantId, key);
  const track = stream?.audioTrack;
  const wanted = stream !== undefined && stream.origin !== 'local';
  const ref = useRef<HTMLAudioElement>(null);

  useEffect(() => {
    const element = ref.current;
    if (!element || !track) return;
    element.srcObject = new MediaStream([track]);
    const detach = commands.audio.attach(element);
    return () => {
      detach();
      element.srcObject = null;
    };
  }, [commands, track]);

  useEffect(() => {
    if (!wanted) return;
    const demand = commands.subscribeDemand({ participantId, key, kind: 'audio' });
    return () => demand.release();
  }, [commands, participantId, key, wanted]);

  return { audioProps: { ref, autoPlay: true } };
}
