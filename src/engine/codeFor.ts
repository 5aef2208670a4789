import { loadMediasoup } from '../media/index.ts';
import { loadSignalling } from '../signalling/index.ts';
import { loadJoining } from './loadJoining.ts';
import type { RoomOptions } from './RoomOptions.ts';

/** Fetches the code that a room of these options needs when it connects; what is replaced is not needed. */
export function codeFor({
  signalling,
  environment,
}: Pick<RoomOptions, 'signalling' | 'environment'>): readonly (() => Promise<unknown>)[] {
  return [loadJoining, ...(signalling ? [] : [loadSignalling]), ...(environment?.createDevice ? [] : [loadMediasoup])];
}
