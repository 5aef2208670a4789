import type { Admissions } from '../../src/rooms/WaitingRoom.ts';

/** Admissions that nobody keeps. */
export function memoryAdmissions(): Admissions {
  const admitted = new Set<string>();
  const key = (roomId: string, participantId: string) => `${roomId} ${participantId}`;
  return {
    add: async (roomId, ids) => {
      for (const id of ids) admitted.add(key(roomId, id));
    },
    has: async (roomId, id) => admitted.has(key(roomId, id)),
    remove: async (roomId, ids) => {
      for (const id of ids) admitted.delete(key(roomId, id));
    },
    clear: async (roomId) => {
      for (const one of admitted) if (one.startsWith(`${roomId} `)) admitted.delete(one);
    },
  };
}
