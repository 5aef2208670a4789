'use client';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { StreamStats } from '../engine/index.ts';
import { useRoomStore } from './RoomContext.ts';

/**
 * How a stream goes, once a second while this is mounted: bit rate, loss, jitter, round trip time, frames, in the units
 * that {@link StreamStats} names. It never causes a render: read the ref, or write what `onStats` gets to where it is
 * shown.
 *
 * @param key - @default 'self' (camera and microphone)
 * @param onStats - Called with each reading.
 * @returns The latest reading; null before the first.
 * @example
 * const label = useRef<HTMLSpanElement>(null);
 * useStats(participantId, 'self', ({ video }) => {
 *   if (label.current) label.current.textContent = `${Math.round(video?.framesPerSecond ?? 0)} fps`;
 * });
 */
export function useStats(
  participantId: string,
  key = 'self',
  onStats?: (stats: StreamStats) => void,
): RefObject<StreamStats | null> {
  const { commands } = useRoomStore();
  const latest = useRef<StreamStats>(null);
  const take = useEffectEvent((stats: StreamStats) => {
    latest.current = stats;
    onStats?.(stats);
  });
  useEffect(() => {
    latest.current = null;
    return commands.stats.watchStream(participantId, key, (stats) => take(stats));
  }, [commands, participantId, key]);
  return latest;
}
