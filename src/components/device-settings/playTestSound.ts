import type { AudioCommands } from '../../engine/index.ts';

/** Three notes that go up, in hertz, and how long each sounds, in seconds. */
const NOTES = [523.25, 659.25, 783.99];
const NOTE_SECS = 0.22;
const LOUDNESS = 0.25;

/**
 * Plays three notes as the room's own sound is played: by the chosen speaker, where the browser lets one be chosen.
 *
 * @param ended - Called once, when it is over, with whether the browser said that it can make no sound.
 * @returns Ends it.
 */
export function playTestSound(audio: Pick<AudioCommands, 'play'>, ended: (failed: boolean) => void): () => void {
  let context: AudioContext;
  try {
    context = new AudioContext();
  } catch {
    ended(true);
    return () => {};
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
  let over = false;
  const end = (failed: boolean) => {
    if (over) return;
    over = true;
    for (const each of undo) each();
    void context.close();
    ended(failed);
  };
  oscillator.onended = () => end(false);
  // There is no device for sound, or the chosen one is gone.
  context.addEventListener('error', () => end(true));
  return () => end(false);
}
