import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const SAMPLE_RATE = 48_000;

/** A stretch of one colour in a recorded video. */
export interface ColourStretch {
  colour: string;
  secs: number;
  size?: string;
  rate?: number;
  /** Seconds of nothing after it. */
  pauseSecs?: number;
}

/** A stretch of one tone in a recorded sound. */
export interface ToneStretch {
  hertz: number;
  secs: number;
  /** @default 0.125 */
  amplitude?: number;
  /** Seconds of nothing after it. */
  pauseSecs?: number;
}

/** Makes files such as the room records, in a folder. */
export class RecordingMaker {
  readonly #folder: string;
  #parts = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A VP8 file; its stretches may differ in size, as those of a real camera do. */
  async video(name: string, ...stretches: ColourStretch[]): Promise<string> {
    const parts = await Promise.all(
      stretches.map(({ colour, secs, size = '160x90', rate = 15 }) =>
        this.#part('webm', [
          ...['-i', `color=c=${colour}:s=${size}:r=${rate}:d=${secs}`],
          ...['-c:v', 'libvpx', '-deadline', 'realtime', '-b:v', '200k', '-g', '300'],
        ]),
      ),
    );
    return this.#joined(`${name}.webm`, parts, stretches);
  }

  /** A stereo Opus file. */
  async tone(name: string, ...stretches: ToneStretch[]): Promise<string> {
    const parts = await Promise.all(
      stretches.map(({ hertz, secs, amplitude = 0.125 }) =>
        this.#part('ogg', [
          ...['-i', `aevalsrc=${sine(amplitude, hertz)}|${sine(amplitude, hertz)}:s=${SAMPLE_RATE}:d=${secs}`],
          ...['-c:a', 'libopus', '-page_duration', '20000'],
        ]),
      ),
    );
    return this.#joined(`${name}.ogg`, parts, stretches);
  }

  /** The same file, but that its first picture or sound stands so many seconds after its beginning. */
  async later(path: string, secs: number): Promise<string> {
    const { dir, base } = parse(path);
    const later = join(dir, `later-${base}`);
    await execute('ffmpeg', ['-v', 'error', '-i', path, '-c', 'copy', '-output_ts_offset', String(secs), later]);
    return later;
  }

  async #part(ending: string, args: string[]): Promise<string> {
    this.#parts += 1;
    const path = join(this.#folder, `part${this.#parts}.${ending}`);
    await execute('ffmpeg', ['-v', 'error', '-f', 'lavfi', ...args, '-threads', '1', path]);
    return path;
  }

  async #joined(name: string, parts: string[], stretches: { secs: number; pauseSecs?: number }[]): Promise<string> {
    const list = join(this.#folder, `${name}.txt`);
    const entries = parts.map((part, index) => {
      const { secs = 0, pauseSecs = 0 } = stretches[index] ?? {};
      return `file '${part}'\nduration ${secs + pauseSecs}\n`;
    });
    writeFileSync(list, entries.join(''));
    const path = join(this.#folder, name);
    const page = name.endsWith('.ogg') ? ['-page_duration', '20000'] : [];
    await execute('ffmpeg', ['-v', 'error', '-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy', ...page, path]);
    return path;
  }
}

/** The decoded pictures of a film. */
export class DecodedPictures {
  readonly #pixels: Buffer;
  readonly #width: number;
  readonly #height: number;

  private constructor(pixels: Buffer, width: number, height: number) {
    this.#pixels = pixels;
    this.#width = width;
    this.#height = height;
  }

  static async of(film: string): Promise<DecodedPictures> {
    const { streams } = await probe(film);
    const { width, height } = streams.find((stream) => stream.codec_type === 'video') ?? { width: 0, height: 0 };
    return new DecodedPictures(await raw(film, ['-f', 'rawvideo', '-pix_fmt', 'rgb24']), width, height);
  }

  get count(): number {
    return this.#pixels.length / (this.#width * this.#height * 3);
  }

  /** The colour at a moment and place: red, green, blue, white, black, or its numbers. */
  colour(secs: number, x: number, y: number): string {
    const at = ((Math.floor(secs * 30 + 1e-6) * this.#height + y) * this.#width + x) * 3;
    const [red = 0, green = 0, blue = 0] = this.#pixels.subarray(at, at + 3);
    const on = (value: number) => value > 180;
    const off = (value: number) => value < 60;
    if (on(red) && off(green) && off(blue)) return 'red';
    if (off(red) && on(green) && off(blue)) return 'green';
    if (off(red) && off(green) && on(blue)) return 'blue';
    if (on(red) && on(green) && on(blue)) return 'white';
    if (off(red) && off(green) && off(blue)) return 'black';
    return `${red},${green},${blue}`;
  }
}

/** The decoded sound of a film: its left channel. */
export class DecodedSound {
  readonly #samples: Float32Array;

  private constructor(samples: Float32Array) {
    this.#samples = samples;
  }

  static async of(film: string): Promise<DecodedSound> {
    const bytes = await raw(film, ['-af', 'pan=mono|c0=c0', '-f', 'f32le', '-ar', String(SAMPLE_RATE)]);
    return new DecodedSound(new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4));
  }

  get secs(): number {
    return this.#samples.length / SAMPLE_RATE;
  }

  /** The tones of the given ones that can be heard throughout a stretch. */
  tones(from: number, to: number, candidates: readonly number[]): number[] {
    return candidates.filter((hertz) => {
      for (let at = from; at + 0.05 <= to + 1e-9; at += 0.05)
        if (this.amplitude(hertz, at, at + 0.05) < 0.02) return false;
      return true;
    });
  }

  /** The first moment at which a tone is heard for 10 ms, to the hundredth of a second. */
  onset(hertz: number, from = 0): number {
    for (let at = from; at < this.secs; at += 0.01) if (this.amplitude(hertz, at, at + 0.01) > 0.03) return at;
    return Number.NaN;
  }

  /** The loudest sample. */
  get peak(): number {
    return this.#samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  }

  /** How loud a tone is in a stretch, by the algorithm of Goertzel. */
  amplitude(hertz: number, from: number, to: number): number {
    const part = this.#samples.subarray(Math.round(from * SAMPLE_RATE), Math.round(to * SAMPLE_RATE));
    const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / SAMPLE_RATE);
    let [last, before] = [0, 0];
    for (const sample of part) [last, before] = [sample + coefficient * last - before, last];
    const power = last * last + before * before - coefficient * last * before;
    return (2 * Math.sqrt(Math.max(0, power))) / Math.max(1, part.length);
  }
}

function sine(amplitude: number, hertz: number): string {
  return `${amplitude}*sin(2*PI*${hertz}*t)`;
}

interface ProbedStream {
  codec_type: 'video' | 'audio';
  codec_name: string;
  width: number;
  height: number;
  pix_fmt?: string;
  r_frame_rate: string;
  avg_frame_rate: string;
  nb_frames: string;
  duration: string;
}

/** What ffprobe says of a file. */
export async function probe(file: string): Promise<{ streams: ProbedStream[]; format: { duration: string } }> {
  const { stdout } = await execute('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', file]);
  return JSON.parse(stdout);
}

async function raw(film: string, args: string[]): Promise<Buffer> {
  const options = { encoding: 'buffer', maxBuffer: 512 * 1024 * 1024 } as const;
  const { stdout } = await execute('ffmpeg', ['-v', 'error', '-i', film, ...args, '-'], options);
  return stdout;
}
