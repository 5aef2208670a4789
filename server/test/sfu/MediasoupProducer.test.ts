import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SenderClock } from '../../src/rooms/SenderClock.ts';
import { type GatedConsumer, MediasoupConsumer } from '../../src/sfu/MediasoupConsumer.ts';
import { type GatedProducer, MediasoupProducer } from '../../src/sfu/MediasoupProducer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A video that arrives, and all that was asked of the SFU about it, in order. */
function setUp({ kind = 'video', paused = false }: { kind?: 'audio' | 'video'; paused?: boolean } = {}) {
  const log: string[] = [];
  const said = (what: string) => async () => void log.push(what);
  const events = new EventEmitter();
  const traced: string[][] = [];
  const clock = new SenderClock();
  const fake = Object.assign(events, {
    kind,
    rtpParameters: { codecs: [] },
    pause: said('producer paused'),
    resume: said('producer resumed'),
    close: said('producer closed'),
    enableTraceEvent: async (types: string[]) => void traced.push(types),
  });
  const producer = new MediasoupProducer(fake as unknown as GatedProducer, paused, clock);
  const consumer = (name: string) =>
    new MediasoupConsumer(
      {
        pause: said(`${name} paused`),
        resume: said(`${name} resumed`),
        close: said(`${name} closed`),
      } as unknown as GatedConsumer,
      (start) => producer.admit(start),
    );
  const trace = (type: 'pli' | 'keyframe' | 'sr', info = {}) => events.emit('trace', { type, info });
  return { producer, consumer, log, trace, traced, clock };
}

it('is paused in the SFU until somebody is about to see it, who is then part of the first request', async () => {
  const { consumer, log } = setUp();
  expect(log).toEqual([]);
  await consumer('ada').setPaused(false);
  expect(log).toEqual(['ada resumed', 'producer resumed']);
});

it('lets somebody wait who would ask in vain, until the sender follows again', async () => {
  const { consumer, log, trace } = setUp();
  await consumer('ada').setPaused(false);
  trace('pli');
  await consumer('grace').setPaused(false);
  expect(log).toContain('grace resumed');
  vi.advanceTimersByTime(60);
  trace('keyframe');
  log.length = 0;
  const late = [consumer('late'), consumer('later')];
  await late[0]?.setPaused(false);
  vi.advanceTimersByTime(100);
  await late[1]?.setPaused(false);
  expect(late.map(({ paused }) => paused)).toEqual([false, false]);
  vi.advanceTimersByTime(189);
  expect(log).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(log).toEqual(['late resumed', 'later resumed']);
});

it('calls off who goes, or pauses, while it waits', async () => {
  const { consumer, log, trace } = setUp();
  await consumer('ada').setPaused(false);
  trace('pli');
  trace('keyframe');
  log.length = 0;
  const [paused, closed] = [consumer('paused'), consumer('closed')];
  await paused.setPaused(false);
  await closed.setPaused(false);
  await paused.setPaused(true);
  closed.close();
  vi.advanceTimersByTime(1_000);
  expect(log).toEqual(['paused paused', 'closed closed']);
});

it('stays paused for those who look while its sender has it off', async () => {
  const { producer, consumer, log } = setUp();
  await producer.setPaused(true);
  await consumer('ada').setPaused(false);
  expect(log).toEqual(['producer paused', 'ada resumed']);
  await producer.setPaused(false);
  expect(log.at(-1)).toBe('producer resumed');
});

it('stays paused when its sender turns it on and nobody looks', async () => {
  const { producer, log } = setUp({ paused: true });
  await producer.setPaused(false);
  expect(log).toEqual([]);
});

it('does not keep sound back', async () => {
  const { producer, consumer, log } = setUp({ kind: 'audio' });
  await producer.setPaused(true);
  await producer.setPaused(false);
  await consumer('ada').setPaused(false);
  expect(log).toEqual(['producer paused', 'producer resumed', 'ada resumed']);
});

it('forgets who waits when it closes', async () => {
  const { producer, consumer, log, trace } = setUp();
  await consumer('ada').setPaused(false);
  trace('pli');
  trace('keyframe');
  await consumer('late').setPaused(false);
  producer.close();
  vi.advanceTimersByTime(1_000);
  expect(log).not.toContain('late resumed');
  expect(vi.getTimerCount()).toBe(0);
});

it('hears what its sender says of its time as soon as somebody wants to know', () => {
  const sound = setUp({ kind: 'audio' });
  const picture = setUp();
  expect([sound.traced, picture.traced]).toEqual([[], [['pli', 'keyframe']]]);
  const heard = vi.fn();
  const ends = [sound, picture].map(({ producer }) => producer.listenToReports(heard));
  expect(sound.traced.at(-1)).toEqual(['sr']);
  expect(picture.traced.at(-1)).toEqual(['pli', 'keyframe', 'sr']);

  sound.trace('sr', { ssrc: 1, ntpSec: 2_208_988_800 + 5, ntpFrac: 0, rtpTs: 77 });
  expect(heard).toHaveBeenCalledExactlyOnceWith({ ntpMs: 5_000, timestamp: 77 }, sound.clock);
  expect(sound.clock.aheadMs).toBe(performance.now() - 5_000);
  for (const end of ends) end();
  sound.trace('sr', { ssrc: 1, ntpSec: 2_208_988_800 + 6, ntpFrac: 0, rtpTs: 99 });
  picture.trace('sr', { ssrc: 2, ntpSec: 0, ntpFrac: 0, rtpTs: 99 });
  expect(heard).toHaveBeenCalledOnce();
});
