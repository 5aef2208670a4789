import { describe, expect, it } from 'vitest';
import { rateAudio } from '../../../../src/media/stats/rateAudio.ts';
import { rateVideo } from '../../../../src/media/stats/rateVideo.ts';
import { TrackRates } from '../../../../src/media/stats/TrackRates.ts';
import type { VideoStats } from '../../../../src/media/stats/TrackStats.ts';

describe('the rating of audio', () => {
  const rate = (loss: number, roundTripTime = 0, playoutDelay = 0) => rateAudio({ loss, roundTripTime, playoutDelay });

  it.each([
    // R = 93.2 − 95 · Ppl / (Ppl + 20)
    [0, 5],
    [0.01, 4],
    [0.02, 4],
    [0.04, 3],
    [0.05, 3],
    [0.08, 2],
    [0.15, 1],
    [0.2, 0],
    [1, 0],
  ])('of a loss of %d is %d', (loss, level) => {
    expect(rate(loss)).toBe(level);
  });

  it.each([
    // One way: half the round trip, and what sound waits
    [100, 60, 5],
    [200, 60, 4],
    [300, 60, 4],
    [400, 100, 3],
    [600, 100, 1],
    [2_000, 200, 0],
  ])('of %d ms there and back, %d ms waited, is %d', (roundTripTime, playoutDelay, level) => {
    expect(rate(0, roundTripTime, playoutDelay)).toBe(level);
  });

  it('never leaves the scale', () => {
    expect(rate(5, 1e9, 1e9)).toBe(0);
    expect(rate(-1)).toBe(5);
  });
});

describe('the rating of video', () => {
  const good = { loss: 0, frozen: 0, framesPerSecond: 30, bitrate: null };
  it.each([
    [{}, 5],
    [{ framesPerSecond: 7 }, 5],
    [{ framesPerSecond: 3.5 }, 3],
    [{ framesPerSecond: 0 }, 0],
    [{ framesPerSecond: null }, 5],
    [{ loss: 0.02 }, 5],
    [{ loss: 0.05 }, 4],
    [{ loss: 0.1 }, 3],
    [{ loss: 0.2 }, 1],
    [{ loss: 0.4 }, 0],
    [{ frozen: 0.05 }, 4],
    [{ frozen: 0.1 }, 2],
    [{ frozen: 1 }, 0],
    [{ bitrate: 600_000 }, 5],
    [{ bitrate: 150_000 }, 2],
    [{ bitrate: 50_000 }, 0],
    [{ loss: 0.05, frozen: 0.05 }, 2],
  ])('of %o is %d', (conditions, level) => {
    expect(rateVideo({ ...good, ...conditions })).toBe(level);
  });
});

describe('what happens to a track between two readings', () => {
  const inbound = (timestamp: number, values: Record<string, unknown>) =>
    new Map([['i', { type: 'inbound-rtp', trackIdentifier: 't', timestamp, ...values }]]);

  it('is what the counters have moved by, in bits, parts and milliseconds', () => {
    const rates = new TrackRates();
    const path = { roundTripTime: 40 } as never;
    const video = { kind: 'video', codec: null, frameWidth: 640, frameHeight: 360 };
    rates.update(
      inbound(1_000, { ...video, bytesReceived: 0, packetsReceived: 0, framesDecoded: 0, totalFreezesDuration: 0 }),
      path,
    );
    const after = inbound(3_000, {
      ...video,
      bytesReceived: 100_000,
      packetsReceived: 95,
      packetsLost: 5,
      framesDecoded: 60,
      totalFreezesDuration: 0.5,
      jitter: 0.01,
    });
    expect(rates.update(after, path).get('t')).toEqual({
      kind: 'video',
      direction: 'inbound',
      bitrate: 400_000,
      packets: 95,
      packetLoss: 0.05,
      jitter: 10,
      roundTripTime: 40,
      width: 640,
      height: 360,
      framesPerSecond: 30,
      frozen: 0.25,
      limitation: null,
      codec: null,
      quality: 0,
    });
  });

  it('tells how long sound waits, and how much of it was made up', () => {
    const rates = new TrackRates();
    const reading = (second: number) =>
      inbound(second * 1_000, {
        kind: 'audio',
        packetsReceived: second * 50,
        bytesReceived: second,
        totalSamplesReceived: second * 48_000,
        concealedSamples: second * 480,
        jitterBufferDelay: second * 48_000 * 0.06,
        jitterBufferEmittedCount: second * 48_000,
      });
    rates.update(reading(1), null);
    const stats = rates.update(reading(2), null).get('t');
    expect(stats).toMatchObject({ kind: 'audio', concealment: 0.01, roundTripTime: null, quality: 4 });
    expect(stats?.kind === 'audio' && stats.playoutDelay).toBeCloseTo(60);
  });

  it('does not ask a screen to move', () => {
    const rates = new TrackRates();
    const reading = (second: number) =>
      inbound(second * 1_000, {
        kind: 'video',
        packetsReceived: second,
        framesDecoded: 1,
        totalFreezesDuration: second,
      });
    rates.update(reading(1), null);
    const still = (isScreen: boolean) => {
      const own = new TrackRates();
      own.update(reading(1), null);
      return (own.update(reading(2), null, () => isScreen).get('t') as VideoStats).quality;
    };
    expect([still(true), still(false)]).toEqual([5, 0]);
  });

  it('is not told from one reading, from the same one twice, or when counters begin anew', () => {
    const rates = new TrackRates();
    const reading = (at: number, packetsReceived: number) => inbound(at, { kind: 'audio', packetsReceived });
    expect(rates.update(reading(1, 10), null).size).toBe(0);
    expect(rates.update(reading(1, 10), null).size).toBe(0);
    expect(rates.update(reading(2, 3), null).size).toBe(0);
    expect(rates.update(reading(3, 5), null).get('t')?.packets).toBe(2);
    expect(rates.update(new Map(), null).size).toBe(0);
  });
});
