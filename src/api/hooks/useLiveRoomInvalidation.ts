'use client';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Room, RoomEvents } from '../../engine/index.ts';
import type { RoomsApiKeys } from '../query/keys.ts';
import { useRoomsApi } from './RoomsApiProvider.tsx';

/** However much happens in a room, lists are not asked for more often than this, in milliseconds. */
const LEAST_WAIT = 1000;

/** What is out of date after an event of a live room. */
const outdated: Partial<Record<keyof RoomEvents, (keys: RoomsApiKeys) => readonly QueryKey[]>> = {
  connected: ({ rooms, sessions, participants }) => [rooms.all, sessions.all, participants.all],
  disconnected: ({ rooms, sessions, participants, recordings }) => [
    ...[rooms.all, sessions.all, participants.all, recordings.all],
  ],
  participant_joined: ({ sessions, participants }) => [sessions.all, participants.all],
  participant_left: ({ sessions, participants, recordings }) => [sessions.all, participants.all, recordings.all],
  stream_published: ({ recordings }) => [recordings.all],
  stream_unpublished: ({ recordings }) => [recordings.all],
  recording_changed: ({ rooms, recordings }) => [rooms.all, recordings.all],
};

/**
 * Lets a live room refresh what it changes: who is there, which session goes on, what is recorded. Only queries that
 * somebody looks at are asked again. A recording that ends is on its list at once and `processing` until its file is
 * whole: `whileProcessing()` waits for that.
 */
export function useLiveRoomInvalidation(room: Pick<Room, 'on'>): void {
  const cache = useQueryClient();
  const { keys } = useRoomsApi();

  useEffect(() => {
    const waiting = new Map<string, QueryKey>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = waiting.size > 0 ? setTimeout(flush, LEAST_WAIT) : undefined;
      for (const queryKey of waiting.values()) void cache.invalidateQueries({ queryKey });
      waiting.clear();
    };
    const undo = Object.entries(outdated).map(([event, keysOf]) =>
      room.on(event as keyof RoomEvents, () => {
        for (const queryKey of keysOf(keys)) waiting.set(queryKey.join('/'), queryKey);
        // The first at once, what follows together.
        if (timer === undefined) flush();
      }),
    );
    return () => {
      clearTimeout(timer);
      for (const off of undo) off();
    };
  }, [room, cache, keys]);
}
