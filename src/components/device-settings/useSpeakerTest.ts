'use client';
import { useEffect, useRef, useState } from 'react';
import { useRoomStore } from '../../hooks/index.ts';
import { playTestSound } from './playTestSound.ts';

/** A sound to hear whether the chosen speaker works. */
export interface SpeakerTest {
  /** It sounds at the moment. */
  readonly playing: boolean;
  /**
   * At the last try the browser said that it can make no sound. Whether one was heard it cannot tell: a speaker that is
   * turned down, or another one in place of one that is gone, is no failure.
   */
  readonly failed: boolean;
  test(): void;
}

/** The test of the speaker, and how it goes. */
export function useSpeakerTest(): SpeakerTest {
  const { audio } = useRoomStore().commands;
  const [status, setStatus] = useState<'silent' | 'playing' | 'failed'>('silent');
  const stop = useRef<() => void>(null);
  useEffect(() => () => stop.current?.(), []);

  const test = () => {
    if (status === 'playing') return;
    setStatus('playing');
    stop.current = playTestSound(audio, (failed) => setStatus(failed ? 'failed' : 'silent'));
  };
  return { playing: status === 'playing', failed: status === 'failed', test };
}
