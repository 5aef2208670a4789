import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const BRIGHT = 128;
const SAMPLE_RATE = 8_000;
/** Loudness is looked at in stretches of this length. */
const STRETCH_SAMPLES = 80;
const LOUD = 2_000;

/**
 * Runs in the page before anything else: the camera is a canvas that flashes and the microphone an oscillator that
 * beeps, both for the first 300 ms of every second of the machine's clock. So what a file holds tells when it was.
 */
export function clapper(): void {
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: 0 });
  const oscillator = new OscillatorNode(context, { frequency: 1_000 });
  oscillator.connect(gain);
  oscillator.start();
  const beep = () => {
    const untilSecond = 1_000 - (Date.now() % 1_000);
    const at = context.currentTime + untilSecond / 1_000;
    gain.gain.setValueAtTime(0.5, at);
    gain.gain.setValueAtTime(0, at + 0.3);
    setTimeout(beep, untilSecond + 500);
  };
  beep();
  const picture = (colour: string) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 120 });
    const paint = canvas.getContext('2d') as CanvasRenderingContext2D;
    setInterval(() => {
      const lit = Date.now() % 1_000 < 300;
      paint.fillStyle = lit ? colour : 'black';
      paint.fillRect(0, 0, 160, 120);
      // Something that is always another: a canvas that stays the same gives no frames.
      paint.fillStyle = `hsl(${Date.now() % 360} 50% 20%)`;
      paint.fillRect(0, 0, 8, 8);
    }, 20);
    return canvas.captureStream(30);
  };
  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) => {
    const sound = new MediaStreamAudioDestinationNode(context);
    gain.connect(sound);
    await context.resume();
    return new MediaStream([
      ...(audio ? sound.stream.getAudioTracks() : []),
      ...(video ? picture('white').getVideoTracks() : []),
    ]);
  };
  navigator.mediaDevices.getDisplayMedia = async () => picture('white');
}

/** When the flashes of a file begin, in seconds from its beginning. */
export async function flashesOf(file: string): Promise<number[]> {
  const entries = ['-show_entries', 'frame=pts_time:frame_tags=lavfi.signalstats.YAVG', '-of', 'csv=p=0'];
  const { stdout } = await run('ffprobe', ['-v', 'error', '-f', 'lavfi', `movie=${file},signalstats`, ...entries]);
  const frames = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));
  return onsets(frames.map(([at = 0, light = 0]) => ({ at, on: light > BRIGHT })));
}

/** When the beeps of a file begin, in seconds from its beginning. */
export async function beepsOf(file: string): Promise<number[]> {
  const args = ['-v', 'error', '-i', file, '-ac', '1', '-ar', String(SAMPLE_RATE), '-f', 's16le', '-'];
  const { stdout } = await run('ffmpeg', args, { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
  const samples = new Int16Array(stdout.buffer, stdout.byteOffset, Math.floor(stdout.length / 2));
  const stretches = Array.from({ length: Math.floor(samples.length / STRETCH_SAMPLES) }, (_, index) => {
    const stretch = samples.subarray(index * STRETCH_SAMPLES, (index + 1) * STRETCH_SAMPLES);
    return { at: (index * STRETCH_SAMPLES) / SAMPLE_RATE, on: stretch.some((sample) => Math.abs(sample) > LOUD) };
  });
  return onsets(stretches);
}

/** The codec of a file and how long it is, as ffprobe says. */
export async function probe(file: string): Promise<{ codec: string; durationSecs: number }> {
  const entries = ['-show_entries', 'stream=codec_name:format=duration', '-of', 'csv=p=0'];
  const { stdout } = await run('ffprobe', ['-v', 'error', ...entries, file]);
  const [codec = '', duration = ''] = stdout.trim().split('\n');
  return { codec, durationSecs: Number(duration) };
}

/** Where something begins that was not there just before; what is there from the start is not counted. */
function onsets(moments: readonly { at: number; on: boolean }[]): number[] {
  return moments.filter(({ on }, index) => on && moments[index - 1]?.on === false).map(({ at }) => at);
}
