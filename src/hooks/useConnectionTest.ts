'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  type ConnectionTestOptions,
  type ConnectionTestReport,
  type RoomError,
  testConnection,
} from '../engine/index.ts';
import { ConnectionTestRun } from './ConnectionTestRun.ts';

/** A connection test, and what is needed to show it. */
export interface ConnectionTest {
  /** `failed`: it could not be done at all, see `error`. What it found is in `report`, also when that is bad. */
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  /** What is known so far, by part; null before the first start. */
  readonly report: ConnectionTestReport | null;
  readonly error: RoomError | null;
  /** Begins anew; a test that runs is called off. Call it in an event handler. */
  readonly start: () => void;
  /** Calls it off. */
  readonly stop: () => void;
}

/**
 * A test before a call: devices, signalling, the ways to the media server and how much goes through. It works outside
 * a room, and ends with the component.
 *
 * @param options - Of `testConnection`; those of the last render count when it is started.
 */
export function useConnectionTest(options: Omit<ConnectionTestOptions, 'signal' | 'onProgress'>): ConnectionTest {
  const [run] = useState(() => new ConnectionTestRun(testConnection));
  const shown = useSyncExternalStore(run.subscribe, run.get, run.get);
  useEffect(() => () => run.stop(), [run]);
  return { ...shown, start: () => void run.start(options), stop: run.stop };
}
