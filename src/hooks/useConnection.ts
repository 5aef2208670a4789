'use client';
import type { ConnectionState } from '../engine/State.ts';
import { useRoomState } from './useRoomState.ts';

/** Where the connection stands: switch on `status`. */
export function useConnection(): ConnectionState {
  return useRoomState('connection', (state) => state.connection);
}
