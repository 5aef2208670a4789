import type { Page } from '@playwright/test';

/** Where and when a film is looked at and listened to. */
export interface Glance {
  /** Seconds of the film. */
  readonly at: number;
  /** Pixels of the picture. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Tones in hertz. */
  readonly tones: readonly number[];
}

/** What was seen and heard of a film. */
export interface Watched {
  readonly durationSecs: number;
  readonly width: number;
  readonly height: number;
  /** Whether the player went on by itself. */
  readonly played: boolean;
  /** The colours of the points, and those of the tones that sound, of each glance. */
  readonly glances: readonly { readonly colours: readonly string[]; readonly tones: readonly number[] }[];
}

/** The devices of a person: a camera and a screen of one colour each, and a microphone that hums. For `initScript`. */
export function hummingIn(camera: string, hertz: number, screen = 'white'): { content: string } {
  return { content: `(${replaceDevices})(${JSON.stringify([camera, hertz, screen])})` };
}

function replaceDevices([camera, hertz, screen]: readonly [string, number, string]): void {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency: hertz });
  const quiet = new GainNode(context, { gain: 0.3 });
  oscillator.connect(quiet);
  oscillator.start();
  const picture = (colour: string) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const paint = canvas.getContext('2d') as CanvasRenderingContext2D;
    setInterval(() => {
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 320, 180);
      // Something that is always another: a canvas that stays the same gives no frames.
      paint.fillStyle = `hsl(${Date.now() % 360} 50% 20%)`;
      paint.fillRect(0, 0, 8, 8);
    }, 30);
    return canvas.captureStream(30);
  };
  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) => {
    const sound = new MediaStreamAudioDestinationNode(context);
    quiet.connect(sound);
    await context.resume();
    return new MediaStream([
      ...(audio ? sound.stream.getAudioTracks() : []),
      ...(video ? picture(camera).getVideoTracks() : []),
    ]);
  };
  navigator.mediaDevices.getDisplayMedia = async () => picture(screen);
}

/** Plays a film in a page, and looks and listens at the given moments. */
export function watch(page: Page, url: string, glances: readonly Glance[]): Promise<Watched> {
  return page.evaluate(
    async ([url, glances]) => {
      const happens = (target: EventTarget, name: string) =>
        new Promise((resolve, reject) => {
          target.addEventListener(name, resolve, { once: true });
          target.addEventListener('error', () => reject(new Error('The film cannot be played.')), { once: true });
        });
      const video = Object.assign(document.createElement('video'), { crossOrigin: 'anonymous', muted: true, src: url });
      await happens(video, 'loadeddata');
      await video.play();
      while (video.currentTime === 0) await happens(video, 'timeupdate');
      video.pause();

      const { videoWidth: width, videoHeight: height } = video;
      const canvas = new OffscreenCanvas(width, height);
      const paint = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
      const bytes = await (await fetch(url)).arrayBuffer();
      const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes);
      const samples = sound.getChannelData(0);

      const nameOf = ([red = 0, green = 0, blue = 0]: Uint8ClampedArray) => {
        const parts = [red > 150 ? 'red' : '', green > 90 ? 'green' : '', blue > 150 ? 'blue' : ''].filter(Boolean);
        return parts.length === 3 ? 'white' : parts.join(' and ') || 'black';
      };
      // The algorithm of Goertzel, over a tenth of a second.
      const sounds = (hertz: number, at: number) => {
        const part = samples.subarray(Math.round((at - 0.05) * 48_000), Math.round((at + 0.05) * 48_000));
        const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / 48_000);
        let [last, before] = [0, 0];
        for (const sample of part) [last, before] = [sample + coefficient * last - before, last];
        return (2 * Math.sqrt(last * last + before * before - coefficient * last * before)) / part.length > 0.05;
      };
      const seen = [];
      // A page that is busy has sought before it shows: until then the picture is the one from before.
      const shows = (at: number) =>
        new Promise<void>((resolve) => {
          const look: VideoFrameRequestCallback = (_, { mediaTime }) => {
            if (Math.abs(at - mediaTime) < 0.1) resolve();
            else video.requestVideoFrameCallback(look);
          };
          video.requestVideoFrameCallback(look);
        });
      document.body.append(video);
      for (const { at, points, tones } of glances) {
        const shown = shows(at);
        const sought = happens(video, 'seeked');
        video.currentTime = at;
        await Promise.all([sought, shown]);
        paint.drawImage(video, 0, 0);
        const colours = points.map(([x, y]) => nameOf(paint.getImageData(x, y, 1, 1).data));
        seen.push({ colours, tones: tones.filter((hertz) => sounds(hertz, at)) });
      }
      return { durationSecs: video.duration, width, height, played: video.played.length > 0, glances: seen };
    },
    [url, glances] as const,
  );
}
