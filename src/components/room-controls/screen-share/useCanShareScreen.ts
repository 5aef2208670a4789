import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the browser can share a screen: phones cannot. Yes on the server, which cannot know. */
export function useCanShareScreen(): boolean {
  return useSyncExternalStore(
    never,
    () => typeof navigator.mediaDevices?.getDisplayMedia === 'function',
    () => true,
  );
}
