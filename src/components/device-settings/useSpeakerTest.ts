'use client';
import { useEffect, useRef, useState } from 'react';
import { useRoomStore } from '../../hooks/index.ts';

/** Three notes that go up, in hertz, and how long each sounds, in seconds. */
const NOTES = [523.25, 659.25, 783.99];
const NOTE_SECS = 0.22;
const LOUDNESS = 0.25;

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

/** Plays three notes as the room's own sound is played: by the chosen speaker, where the browser lets one be chosen. */
export function useSpeakerTest(): SpeakerTest {
  const { audio } = useRoomStore().commands;
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const stop = useRef<() => void>(null);
  useEffect(() => () => stop.current?.(), []);

  const test = () => {
    if (stop.current) return;
    setFailed(false);
    let context: AudioContext;
    try {
      context = new AudioContext();
    } catch {
      setFailed(true);
      return;
    }
    const sound = context.createMediaStreamDestination();
    const gain = new GainNode(context, { gain: 0 });
    gain.connect(sound);
    const oscillator = new OscillatorNode(context);
    oscillator.connect(gain);
    const start = context.currentTime + 0.05;
    for (const [index, note] of NOTES.entries()) {
      const at = start + index * NOTE_SECS;
      oscillator.frequency.setValueAtTime(note, at);
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
      gain.gain.linearRampToValueAtTime(0, at + NOTE_SECS - 0.02);
    }
    oscillator.start();
    oscillator.stop(start + NOTES.length * NOTE_SECS);
    const undo = sound.stream.getTracks().map((track) => audio.play(track));
    setPlaying(true);
    stop.current = () => {
      stop.current = null;
      for (const end of undo) end();
      void context.close();
      setPlaying(false);
    };
    oscillator.onended = () => stop.current?.();
    // There is no device for sound, or the chosen one is gone.
    context.addEventListener('error', () => {
      setFailed(true);
      stop.current?.();
    });
  };
  return { playing, failed, test };
}
