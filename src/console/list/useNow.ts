'use client';
import { useSyncExternalStore } from 'react';

const now = () => Math.floor(Date.now() / 1000) * 1000;
const everySecond = (listener: () => void) => {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
};
const never = () => () => {};

/** The time in milliseconds, to the second, as it goes on; while it is not `running` it stands. */
export function useNow(running: boolean): number {
  return useSyncExternalStore(running ? everySecond : never, now, now);
}
