import type { MediaKind } from '../../protocol/index.ts';
import { audioTrack, videoTrack } from './FakeTrack.ts';

/** Whose track is made. */
export interface TrackOwner {
  readonly participantId: string;
  /** `self` or `presentation`, as a rule. */
  readonly key: string;
}

/** Makes a track that stands for a camera, a microphone or a screen. */
export type TrackFactory = (kind: MediaKind, of: TrackOwner) => MediaStreamTrack;

/**
 * A track where there is no camera: one that a browser plays (a coloured picture, silence) where there is a
 * browser, a plain object with the same members elsewhere.
 */
export const createFakeTrack: TrackFactory = (kind, of) => {
  const playable = kind === 'video' ? drawnTrack(of) : silentTrack();
  return playable ?? (kind === 'audio' ? audioTrack() : videoTrack(...(of.key === 'presentation' ? SCREEN : CAMERA)));
};

const CAMERA = [1280, 720] as const;
const SCREEN = [1920, 1080] as const;

function drawnTrack({ participantId, key }: TrackOwner): MediaStreamTrack | null {
  const prototype = globalThis.HTMLCanvasElement?.prototype as Partial<HTMLCanvasElement> | undefined;
  if (!prototype?.captureStream) return null;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 360];
  const context = canvas.getContext('2d');
  const track = canvas.captureStream(5).getVideoTracks()[0];
  if (!context || !track) return null;
  const hue = [...participantId].reduce((sum, char) => sum + char.charCodeAt(0) * 47, 0) % 360;
  const draw = () => {
    context.fillStyle = key === 'presentation' ? '#f4f4f6' : `oklch(0.6 0.09 ${hue})`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  };
  draw();
  // A still canvas sends one frame, and whoever looks later would see none.
  const timer = setInterval(() => (track.readyState === 'live' ? draw() : clearInterval(timer)), 250);
  return track;
}

let audio: AudioContext | null = null;

function silentTrack(): MediaStreamTrack | null {
  if (typeof AudioContext === 'undefined') return null;
  // One for all: browsers allow only a few.
  audio ??= new AudioContext();
  return audio.createMediaStreamDestination().stream.getAudioTracks()[0] ?? null;
}
