'use client';
import { useRoomQuery } from '../../api/index.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { roomName } from '../rooms/roomName.ts';

/** Rooms are seldom renamed, and when one is, whoever listens is told. */
const GOOD_FOR = 300_000;

/** What the room of a session is called; of one that is gone, the beginning of its id. */
export function useRoomName(roomId: string | undefined): string {
  const messages = useConsoleMessages();
  const { data, error } = useRoomQuery(roomId, undefined, { staleTime: GOOD_FOR });
  if (data) return roomName(messages, data);
  return error ? (roomId?.slice(0, 8) ?? '') : '…';
}

/** The name of a session's room. */
export function RoomName({ roomId }: { roomId: string }) {
  return <bdi className="parlour-console-name">{useRoomName(roomId)}</bdi>;
}
