/** What sound is played with. Tests bring their own. */
export interface AudioSurroundings {
  createElement(): HTMLAudioElement;
  createStream(track: MediaStreamTrack): MediaStream;
  /** Null where there is no Web Audio. */
  createContext(): AudioContext | null;
  /** Whether the system takes sound and devices away, for a phone call say, and does not always give them back. */
  readonly interrupts: boolean;
  /** Calls back when the page is looked at again. @returns Undoes it. */
  onVisible(listener: () => void): () => void;
  /** Calls back when the person does something on the page. @returns Undoes it. */
  onGesture(listener: () => void): () => void;
}

/** What browsers take as leave to play sound: https://html.spec.whatwg.org/multipage/interaction.html#activation-triggering-input-event */
const GESTURES = ['click', 'keydown', 'touchend'] as const;

export const browserAudio: AudioSurroundings = {
  get interrupts() {
    const { userAgent = '', maxTouchPoints = 0 } = globalThis.navigator ?? {};
    // An iPad says that it is a Macintosh, of which none has a touch screen.
    return /iP(hone|ad|od)/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
  },
  createElement: () => new Audio(),
  createStream: (track) => new MediaStream([track]),
  createContext: () => (typeof AudioContext === 'undefined' ? null : new AudioContext()),
  onVisible(listener) {
    return listen(['visibilitychange'], () => {
      if (document.visibilityState === 'visible') listener();
    });
  },
  onGesture: (listener) => listen(GESTURES, listener),
};

function listen(types: readonly string[], listener: () => void): () => void {
  const target = globalThis.document;
  for (const type of types) target?.addEventListener(type, listener, true);
  return () => {
    for (const type of types) target?.removeEventListener(type, listener, true);
  };
}
