'use client';
import { type RefObject, useSyncExternalStore } from 'react';

/** Whether something fills the screen, and making it so. */
export interface Fullscreen {
  readonly supported: boolean;
  readonly active: boolean;
  toggle(): void;
}

const subscribe = (listener: () => void) => {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
};

/** @param target - What is to fill the screen. @default the room that the page shows, else the page */
export function useFullscreen(target?: RefObject<HTMLElement | null>): Fullscreen {
  const active = useSyncExternalStore(
    subscribe,
    () => document.fullscreenElement !== null,
    () => false,
  );
  const supported = useSyncExternalStore(
    subscribe,
    () => document.fullscreenEnabled === true,
    () => false,
  );
  const toggle = () => {
    const element = target?.current ?? document.querySelector('.parlour-room') ?? document.documentElement;
    // Where the browser refuses, all stays as it is, and so does the control.
    const done = document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen();
    done.catch(() => {});
  };
  return { supported, active, toggle };
}
