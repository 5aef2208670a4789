import { describe, expect, test } from 'vitest';
import type { Sources, VideoRegion } from '../../src/compositions/CompositionLayout.ts';
import { chooseRecordings, toFilmPlan } from '../../src/compositions/toFilmPlan.ts';
import type { Recording } from '../../src/db/repositories/RecordingsRepository.ts';

const at = (secs: number) => new Date(Date.parse('2026-03-10T12:00:00Z') + secs * 1000);
const recording = (id: string, changes: Partial<Recording> = {}): Recording => ({
  ...{ id, roomId: 'room', sessionId: 'session', participantId: 'ada', streamKey: 'self' },
  ...{ type: 'video', status: 'completed', codec: 'vp8', storageKey: `recordings/${id}.webm`, sizeBytes: 1 },
  ...{ durationMs: 10_000, failureReason: null, createdAt: at(0), startedAt: at(0), endedAt: at(10) },
  ...{ completedAt: at(11), updatedAt: at(11) },
  ...changes,
});
const audio = (id: string, changes: Partial<Recording> = {}) => recording(id, { type: 'audio', ...changes });
const region = (videoSources: Sources): VideoRegion => ({
  ...{ xPos: 0, yPos: 0, zPos: 0, width: 320, height: 180, maxColumns: null, maxRows: null },
  videoSources,
});
const ids = (recordings: readonly Recording[] | null) => recordings?.map(({ id }) => id) ?? null;

describe('chooseRecordings', () => {
  const all = [recording('v1'), recording('v2'), audio('a1'), audio('a2')];
  const choose = (videoSources: Sources[], audioSources: Sources | null, recordings: Recording[] = all) => {
    const videoLayout = Object.fromEntries(videoSources.map((sources, index) => [`region${index}`, region(sources)]));
    const { videos, audios } = chooseRecordings({ videoLayout, audioSources }, recordings);
    return [ids(videos), ids(audios)];
  };

  test('takes all of a kind for *', () => {
    expect(choose(['*'], '*')).toEqual([
      ['v1', 'v2'],
      ['a1', 'a2'],
    ]);
  });

  test('takes the named ones of all regions, each once', () => {
    expect(choose([['v2'], ['v2'], []], ['a2'])).toEqual([['v2'], ['a2']]);
    expect(choose([['v2'], '*'], [])).toEqual([['v1', 'v2'], []]);
  });

  test('takes no sound where none is wanted', () => {
    expect(choose(['*'], null)).toEqual([['v1', 'v2'], null]);
  });

  test('takes what could be saved of a recording that failed, and leaves out what has no file', () => {
    const broken = recording('broken', { status: 'failed', failureReason: 'The disk was full.' });
    const lost = recording('lost', { status: 'failed', storageKey: null });
    expect(choose(['*'], '*', [broken, lost])).toEqual([['broken'], []]);
  });

  test('says which recording is gone, and that there is none', () => {
    expect(() => choose([['v1', 'gone']], null)).toThrow('The recording gone has no file any more');
    expect(() => choose([['a1']], null)).toThrow('The recording a1 has no file any more');
    expect(() => choose(['*'], '*', [])).toThrow('The session has no recording');
  });
});

describe('toFilmPlan', () => {
  const requested = { width: 320, height: 180, videoLayout: { all: region('*') }, audioSources: '*' as const };
  const plan = (recordings: Recording[], changes: Partial<typeof requested> = {}) => {
    const wanted = { ...requested, ...changes };
    return toFilmPlan(wanted, chooseRecordings(wanted, recordings), recordings, ({ id }) => `/files/${id}`);
  };

  test('lasts from the first beginning to the last end, and puts each recording at its time', () => {
    const first = recording('first', { startedAt: at(-5), endedAt: at(3), durationMs: 7900 });
    const last = audio('last', { startedAt: at(0.25), endedAt: at(20.5) });
    expect(plan([recording('middle'), first, last])).toEqual({
      videos: [
        { id: 'middle', path: '/files/middle', startSecs: 5, endSecs: 15, fit: 'cover' },
        { id: 'first', path: '/files/first', startSecs: 0, endSecs: 8, fit: 'cover' },
      ],
      audios: [{ id: 'last', path: '/files/last', startSecs: 5.25, endSecs: 25.5 }],
      regions: [
        { area: { x: 0, y: 0, width: 320, height: 180 }, zPos: 0, maxColumns: null, maxRows: null, sources: '*' },
      ],
      size: { width: 320, height: 180 },
      durationSecs: 25.5,
    });
  });

  test('keeps the time of the session also for a film of a part of it', () => {
    const layout = { all: region(['second']) };
    const recordings = [recording('first'), recording('second', { startedAt: at(60), endedAt: at(70) })];
    const { videos, durationSecs } = plan(recordings, { videoLayout: layout });
    expect([videos, durationSecs]).toEqual([
      [{ id: 'second', path: '/files/second', startSecs: 60, endSecs: 70, fit: 'cover' }],
      70,
    ]);
  });

  test('shows all of a screen, and fills a cell with a camera', () => {
    const { videos } = plan([recording('camera'), recording('screen', { streamKey: 'presentation' })]);
    expect(videos.map(({ fit }) => fit)).toEqual(['cover', 'contain']);
  });

  test('makes odd places and sizes even', () => {
    const odd = { ...region('*'), xPos: 5, yPos: 7, width: 101, height: 57 };
    const { regions, size } = plan([recording('camera')], { width: 321, height: 181, videoLayout: { all: odd } });
    expect(regions[0]?.area).toEqual({ x: 4, y: 6, width: 100, height: 56 });
    expect(size).toEqual({ width: 320, height: 180 });
  });
});
