import type { Recording } from './record/Recording.ts';
import { startRecording } from './record/startRecording.ts';

/** What the page is told before it loads. */
export interface JoinOptions {
  readonly serverUrl: string;
  readonly roomId: string;
  readonly name: string;
  readonly token: string;
  /** Whether transports are connected before the click. */
  readonly lobby: boolean;
}

declare global {
  interface Window {
    joinOptions: JoinOptions;
    recording: Recording;
    /** Everything is done that can be done before the click: code, capabilities, token, camera and microphone. */
    ready: Promise<void>;
    /** Done when that many frames of our own camera have been sent. */
    sent(frames: number): Promise<void>;
  }
}

window.recording = startRecording();
window.ready = import('./openLobby.tsx').then(({ openLobby }) => openLobby(window.joinOptions));
