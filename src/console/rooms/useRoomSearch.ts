'use client';
import { useDeferredValue } from 'react';
import { type RoomResource, useInfiniteRoomsQuery, useRoomQuery, useRoomsQuery } from '../../api/index.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The list of rooms, and those of it that bear a name or an id. The server finds whole names and ids, wherever in the list
 * they stand; of what is loaded, parts of names are found, too.
 */
export function useRoomSearch(text: string) {
  const wanted = useDeferredValue(text.trim());
  const list = useInfiniteRoomsQuery();
  const isId = UUID.test(wanted);
  const one = useRoomQuery(isId ? wanted : null);
  const named = useRoomsQuery({ filter: { unique_name: wanted } }, { enabled: wanted !== '' && !isId });
  const found = isId ? one.data && [one.data] : wanted === '' ? undefined : named.data?.data;

  const narrow = (loaded: readonly RoomResource[]): readonly RoomResource[] => {
    if (wanted === '') return loaded;
    const part = wanted.toLocaleLowerCase();
    const here = loaded.filter(({ id, unique_name: name }) => id === part || name?.toLocaleLowerCase().includes(part));
    return [...(found ?? []).filter(({ id }) => !here.some((room) => room.id === id)), ...here];
  };
  return { list, narrow, searching: wanted !== '' };
}
