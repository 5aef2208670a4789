'use client';
import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { type RoomResource, useInfiniteRoomsQuery, useRoomQuery } from '../../api/index.ts';
import { isUuid } from './isUuid.ts';

/**
 * The list of rooms, or those of it whose name holds a text, wherever in the list they stand; and the one whose id it is.
 */
export function useRoomSearch(text: string) {
  const wanted = useDeferredValue(text.trim());
  const isId = isUuid(wanted);
  const one = useRoomQuery(isId ? wanted : null);
  const query = wanted === '' || isId ? {} : { filter: { search: wanted } };
  const list = useInfiniteRoomsQuery(query, { placeholderData: keepPreviousData });

  const narrow = (loaded: readonly RoomResource[]): readonly RoomResource[] => {
    if (!isId) return loaded;
    return one.data ? [one.data] : [];
  };
  return { list, narrow, searching: wanted !== '' };
}
