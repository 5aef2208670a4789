import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeFilm, type FilmOptions, type FilmPlan } from '../../src/compositions/ffmpeg/composeFilm.ts';
import type { Region } from '../../src/compositions/plan/planClips.ts';
import { DecodedPictures, DecodedSound, probe, RecordingMaker } from './support/media.ts';

const SIZE = { width: 320, height: 180 };
const region = (changes: Partial<Region>): Region => ({
  area: { x: 0, y: 0, ...SIZE },
  zPos: 0,
  maxColumns: null,
  maxRows: null,
  sources: '*',
  ...changes,
});

let folder: string;
let make: RecordingMaker;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-films-'));
  make = new RecordingMaker(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function compose(plan: Omit<FilmPlan, 'size'>, options: Partial<FilmOptions> = {}) {
  const work = mkdtempSync(join(folder, 'work-'));
  const progress: number[] = [];
  const signal = new AbortController().signal;
  const film = await composeFilm(
    { ...plan, size: SIZE },
    { folder: work, threads: 1, signal, onProgress: (value) => progress.push(value), ...options },
  );
  return { film, progress };
}

describe('composeFilm', () => {
  test('shows and sounds everyone in their place, from when they come until they go', async () => {
    // Ada for 6 s; Bob from 2 s on, whose picture changes its shape; between 3 and 5 s Ada shows a screen.
    const [ada, bob, screen, adaVoice, bobVoice] = await Promise.all([
      make.video('ada', { colour: 'red', secs: 6 }),
      make.video('bob', { colour: 'blue', secs: 3 }, { colour: 'blue', secs: 3, size: '90x160' }),
      make.video('screen', { colour: 'lime', secs: 2, size: '160x80', rate: 2 }),
      make.tone('ada', { hertz: 440, secs: 6 }),
      make.tone('bob', { hertz: 1000, secs: 1.5, pauseSecs: 2.5 }, { hertz: 1000, secs: 2 }),
    ]);
    const { film, progress } = await compose({
      videos: [
        { id: 'ada', path: ada, startSecs: 0, endSecs: 6, fit: 'cover' },
        { id: 'bob', path: bob, startSecs: 2, endSecs: 8, fit: 'cover' },
        { id: 'screen', path: screen, startSecs: 3, endSecs: 5, fit: 'contain' },
      ],
      audios: [
        { id: 'ada-voice', path: adaVoice, startSecs: 0, endSecs: 6 },
        { id: 'bob-voice', path: bobVoice, startSecs: 2, endSecs: 8 },
      ],
      regions: [
        region({ zPos: 1, area: { x: 200, y: 100, width: 100, height: 70 }, sources: ['screen'] }),
        region({ sources: ['ada', 'bob'] }),
      ],
      durationSecs: 8,
    });

    const { streams, format } = await probe(film.path);
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac']);
    expect(streams[0]).toMatchObject({ ...SIZE, pix_fmt: 'yuv420p', r_frame_rate: '30/1', avg_frame_rate: '30/1' });
    expect(Number(format.duration)).toBeCloseTo(8, 1);
    const start = readFileSync(film.path).subarray(0, 4096).toString('latin1');
    expect(start.indexOf('moov')).toBeGreaterThan(0);

    const pictures = await DecodedPictures.of(film.path);
    expect(pictures.count).toBe(240);
    const [left, right, inset, bar] = [
      [20, 90],
      [300, 60],
      [250, 135],
      [250, 104],
    ] as const;
    const at = (secs: number) => [left, right, inset, bar].map(([x, y]) => pictures.colour(secs, x, y));
    expect(at(0)).toEqual(['red', 'red', 'red', 'red']);
    expect(at(1.9)).toEqual(['red', 'red', 'red', 'red']);
    expect(at(2.1)).toEqual(['red', 'blue', 'blue', 'blue']);
    expect(at(3.1)).toEqual(['red', 'blue', 'green', 'black']);
    expect(at(4.9)).toEqual(['red', 'blue', 'green', 'black']);
    expect(at(5.1)).toEqual(['red', 'blue', 'blue', 'blue']);
    expect(at(6.1)).toEqual(['blue', 'blue', 'blue', 'blue']);
    expect(at(7.9)).toEqual(['blue', 'blue', 'blue', 'blue']);

    const sound = await DecodedSound.of(film.path);
    expect(sound.secs).toBeCloseTo(8, 1);
    expect(sound.onset(1000)).toBeCloseTo(2, 1);
    expect(sound.onset(1000, 3.6)).toBeCloseTo(6, 1);
    const tones = (from: number, to: number) => sound.tones(from, to, [440, 1000]);
    expect(tones(0.1, 1.9)).toEqual([440]);
    expect(tones(2.1, 3.4)).toEqual([440, 1000]);
    expect(tones(3.6, 5.9)).toEqual([440]);
    expect(tones(6.1, 7.9)).toEqual([1000]);

    expect(progress.at(-1)).toBeCloseTo(1, 1);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
  }, 60_000);

  test('shows and sounds what begins later in its file than the file does later, too', async () => {
    const [picture, voice] = await Promise.all([
      make.later(await make.video('late', { colour: 'red', secs: 2 }), 1.5),
      make.later(await make.tone('late', { hertz: 440, secs: 2 }), 1.5),
    ]);
    const { film } = await compose({
      videos: [{ id: 'late', path: picture, startSecs: 1, endSecs: 4.5, fit: 'cover' }],
      audios: [{ id: 'late-voice', path: voice, startSecs: 1, endSecs: 4.5 }],
      regions: [region({})],
      durationSecs: 5,
    });
    const pictures = await DecodedPictures.of(film.path);
    const at = (secs: number) => pictures.colour(secs, 160, 90);
    expect([2.4, 2.6, 4.4, 4.6].map(at)).toEqual(['black', 'red', 'red', 'black']);
    expect((await DecodedSound.of(film.path)).onset(440)).toBeCloseTo(2.5, 1);
  }, 60_000);

  test('is without a seam where it was rendered in stretches', async () => {
    // Four people come one after the other; a still screen of one picture a second stands all the time.
    const [screen, ...people] = await Promise.all([
      make.video('still', { colour: 'lime', secs: 4, rate: 1 }),
      ...['red', 'blue', 'red', 'blue'].map((colour, index) =>
        make.video(`person${index}`, { colour, secs: 4 - index * 0.7 }),
      ),
    ]);
    const { film } = await compose(
      {
        videos: [
          { id: 'screen', path: screen, startSecs: 0, endSecs: 4, fit: 'contain' },
          ...people.map((path, index) => ({
            ...{ id: `person${index}`, path, fit: 'cover' as const },
            ...{ startSecs: index * 0.7, endSecs: 4 },
          })),
        ],
        audios: null,
        regions: [
          region({ area: { x: 0, y: 0, width: 160, height: 180 }, sources: ['screen'] }),
          region({
            area: { x: 160, y: 0, width: 160, height: 180 },
            maxColumns: 1,
            sources: people.map((_, i) => `person${i}`),
          }),
        ],
        durationSecs: 4,
      },
      { mostClips: 1 },
    );
    const { streams } = await probe(film.path);
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264']);
    const pictures = await DecodedPictures.of(film.path);
    expect(pictures.count).toBe(120);
    const colours = Array.from({ length: 120 }, (_, frame) => [
      pictures.colour(frame / 30, 80, 90),
      pictures.colour(frame / 30, 240, 2),
      pictures.colour(frame / 30, 240, 177),
    ]);
    const lowest = (frame: number) => (frame < 21 || (frame >= 42 && frame < 63) ? 'red' : 'blue');
    expect(colours).toEqual(colours.map((_, frame) => ['green', 'red', lowest(frame)]));
  }, 60_000);

  test('leaves a camera out of the picture while it is off', async () => {
    const [ada, bob] = await Promise.all([
      make.video('paused', { colour: 'red', secs: 1, pauseSecs: 3 }, { colour: 'red', secs: 1 }),
      make.video('constant', { colour: 'blue', secs: 5 }),
    ]);
    const { film } = await compose({
      videos: [
        { id: 'ada', path: ada, startSecs: 0, endSecs: 5, fit: 'cover' },
        { id: 'bob', path: bob, startSecs: 0, endSecs: 5, fit: 'cover' },
      ],
      audios: null,
      regions: [region({ sources: ['ada', 'bob'] })],
      durationSecs: 5,
    });
    const pictures = await DecodedPictures.of(film.path);
    expect([0.5, 0.9, 1.2, 3.8, 4.2].map((secs) => pictures.colour(secs, 20, 90))).toEqual([
      ...['red', 'red', 'blue', 'blue', 'red'],
    ]);
  }, 60_000);

  test('adds voices up as loud as they were, and keeps many from distorting', async () => {
    const loud = { amplitude: 0.9, secs: 2 };
    const [low, high] = await Promise.all([
      make.tone('low', { ...loud, hertz: 300 }),
      make.tone('high', { ...loud, hertz: 1000, secs: 1 }),
    ]);
    const { film } = await compose({
      videos: [],
      audios: [
        { id: 'low', path: low, startSecs: 0, endSecs: 2 },
        { id: 'high', path: high, startSecs: 1, endSecs: 2 },
      ],
      regions: [],
      durationSecs: 3,
    });
    const sound = await DecodedSound.of(film.path);
    expect(sound.amplitude(300, 0.2, 0.8)).toBeCloseTo(0.9, 1);
    expect(sound.peak).toBeLessThan(1.05);
    expect(sound.amplitude(1000, 1.2, 1.8)).toBeGreaterThan(0.3);
    expect(sound.tones(2.2, 3, [300, 1000])).toEqual([]);
    const pictures = await DecodedPictures.of(film.path);
    expect([pictures.count, pictures.colour(1, 160, 90)]).toEqual([90, 'black']);
  }, 60_000);

  test('says which recording cannot be read', async () => {
    const path = join(folder, 'broken.webm');
    writeFileSync(path, 'no film');
    const broken = { id: 'r1', path, startSecs: 0, endSecs: 1, fit: 'cover' as const };
    await expect(compose({ videos: [broken], audios: null, regions: [region({})], durationSecs: 1 })).rejects.toThrow(
      /^The recording r1 cannot be read: delete it, or leave it out\./,
    );
  });

  test('ends ffmpeg at once when it is cancelled', async () => {
    const path = await make.video('long', { colour: 'red', secs: 2 });
    const cancelling = new AbortController();
    const pids: number[] = [];
    const composing = compose(
      {
        videos: [{ id: 'long', path, startSecs: 0, endSecs: 3600, fit: 'contain' }],
        audios: null,
        regions: [region({})],
        durationSecs: 3600,
      },
      {
        signal: cancelling.signal,
        onStart: (pid) => pids.push(pid),
        onProgress: () => cancelling.abort(new Error('Not wanted any more.')),
      },
    );
    await expect(composing).rejects.toThrow('Not wanted any more.');
    expect(pids).toHaveLength(1);
    expect(() => process.kill(pids[0] as number, 0)).toThrow('ESRCH');
  }, 60_000);
});
