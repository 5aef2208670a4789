import type { State } from '../engine/State.ts';

/** Why a tile shows no moving picture, where that is not plain from the tile itself. */
export type TileStatus = 'reconnecting' | 'bandwidth' | 'censored' | 'frozen' | 'permission';

const TOLD: ReadonlySet<string> = new Set(['bandwidth', 'censored', 'frozen', 'permission'] satisfies TileStatus[]);

/** Null while there is nothing to tell: the picture moves, or the camera is off. */
export function tileStatusOf(state: State, participantId: string, key: string): TileStatus | null {
  if (state.participants.get(participantId)?.connection === 'reconnecting') return 'reconnecting';
  const reason = state.subscriptions.get(participantId)?.get(key)?.reason;
  return reason !== undefined && TOLD.has(reason) ? (reason as TileStatus) : null;
}
