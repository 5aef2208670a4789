/** How somebody is told from the others in what was recorded. */
export interface Clapper {
  /** The colours of the camera and of the screen, as CSS has them. Not white, which is that of the flash. */
  readonly camera: string;
  readonly screen: string;
  /** The tone of the microphone. */
  readonly hertz: number;
}

/** So long a flash and a beep last at the beginning of a second. */
export const CLAP_MS = 400;
/** The part of the picture, from its lower edge, that flashes. */
export const FLASHING_PART = 1 / 4;

/**
 * The devices of a person, for `initScript`: pictures of one colour whose lower quarter is white for the first 400 ms of
 * every second of the machine's clock, black else, and a microphone that beeps meanwhile. So what a file holds tells
 * whose it is and when that was. `window.claps` has when the page really painted the flash of each second: a page that
 * is busy is late, which is not for those who record it to make up for.
 *
 * Two things that Chromium does on a busy machine would be on the wire already, and are kept out:
 * - It stamps pictures by an estimate of how far the camera's clock is from its own. Each picture that comes sooner than
 *   estimated moves all later ones for good (`clip_bias_us_` in
 *   https://webrtc.googlesource.com/src/+/refs/heads/main/rtc_base/timestamp_aligner.cc); we saw 0.2 s, which is 0.2 s
 *   before the sound. It begins anew with a picture whose own stamp is off by more than 0.3 s. All of ours are, so that
 *   each has the moment at which it was handed over.
 * - A microphone behind an AudioContext loses sound when the page does not get its turn; we saw 0.13 s. Ours makes up
 *   for what it is late with.
 */
export function clapper(clapper: Clapper): { content: string } {
  return {
    content: `(${replaceDevices})(${JSON.stringify({ clapMs: CLAP_MS, part: FLASHING_PART, ...clapper })})`,
  };
}

function replaceDevices(given: Clapper & { clapMs: number; part: number }): void {
  const { camera, screen, hertz, clapMs, part } = given;
  const [width, height] = [320, 180];
  const [samplesPerMs, pieceMs] = [48, 10];
  window.claps = {};

  /** A track, and what is written to it every so often until it is stopped. */
  const track = (kind: 'audio' | 'video', everyMs: number, next: (now: number) => (AudioData | VideoFrame)[]) => {
    const generator = new MediaStreamTrackGenerator({ kind });
    const writer = generator.writable.getWriter();
    const timer = setInterval(() => {
      if (generator.readyState === 'ended') return clearInterval(timer);
      // One that is stopped meanwhile takes no more.
      for (const data of next(Date.now())) writer.write(data).catch(() => data.close());
    }, everyMs);
    return generator;
  };

  const sound = () => {
    let at = Date.now();
    const piece = () => {
      const data = Float32Array.from({ length: samplesPerMs * pieceMs }, (_, index) => {
        const ms = at + index / samplesPerMs;
        return ms % 1_000 < clapMs ? 0.3 * Math.sin(2 * Math.PI * hertz * ((ms % 1_000) / 1_000)) : 0;
      });
      const timestamp = (at - performance.timeOrigin) * 1_000;
      at += pieceMs;
      const form = { format: 'f32', sampleRate: samplesPerMs * 1_000, numberOfChannels: 1 } as const;
      return new AudioData({ ...form, numberOfFrames: data.length, timestamp, data });
    };
    return track('audio', 20, (now) => Array.from({ length: Math.floor((now - at) / pieceMs) }, piece));
  };

  const picture = (colour: string) => {
    const canvas = new OffscreenCanvas(width, height);
    const paint = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    let painted = 0;
    return track('video', 40, (now) => {
      const lit = now % 1_000 < clapMs;
      paint.fillStyle = colour;
      paint.fillRect(0, 0, width, height);
      paint.fillStyle = lit ? 'white' : 'black';
      paint.fillRect(0, height * (1 - part), width, height * part);
      if (lit) window.claps[Math.floor(now / 1_000)] ??= now;
      painted += 1;
      return [new VideoFrame(canvas, { timestamp: painted * 1_000_000 })];
    });
  };

  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) =>
    new MediaStream([...(audio ? [sound()] : []), ...(video ? [picture(camera)] : [])]);
  navigator.mediaDevices.getDisplayMedia = async () => new MediaStream([picture(screen)]);
}

declare global {
  interface Window {
    /** When the flash of each second was painted, in milliseconds since 1970, by the second. */
    claps: Record<number, number>;
  }
  /** What is written to it, it shows or sounds (https://developer.chrome.com/docs/capabilities/web-apis/mediastreamtrack-insertable-media-processing). */
  var MediaStreamTrackGenerator: new (init: {
    kind: 'audio' | 'video';
  }) => MediaStreamTrack & { readonly writable: WritableStream<AudioData | VideoFrame> };
}
