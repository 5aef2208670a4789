'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { useRoomStore } from './RoomContext.ts';

/**
 * How loud a participant is, without rendering anything: the level goes to the element that gets the ref, as the custom
 * property `--parlour-audio-level`, and to the callback. It comes a few times a second while the participant is heard.
 *
 * @param onLevel - Called with the level, from 0 to 1.
 */
export function useAudioLevel<Element extends HTMLElement>(
  participantId: string,
  onLevel?: (level: number) => void,
): RefObject<Element | null> {
  const { commands } = useRoomStore();
  const ref = useRef<Element>(null);
  const latest = useRef(onLevel);

  useEffect(() => {
    latest.current = onLevel;
  });

  useEffect(() => {
    const show = (level: number) => {
      ref.current?.style.setProperty('--parlour-audio-level', level.toFixed(3));
      latest.current?.(level);
    };
    const undo = commands.subscribeAudioLevel(participantId, show);
    return () => {
      undo();
      show(0);
    };
  }, [commands, participantId]);

  return ref;
}
