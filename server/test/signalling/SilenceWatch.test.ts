import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SilenceWatch } from '../../src/signalling/SilenceWatch.ts';

const told: boolean[] = [];
let watch: SilenceWatch;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  watch = new SilenceWatch(4_000, (silent) => told.push(silent));
});
afterEach(() => {
  watch.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('tells of silence once, and of its end', () => {
  vi.advanceTimersByTime(3_999);
  watch.heard();
  vi.advanceTimersByTime(3_999);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(20_000);
  expect(told).toEqual([true]);
  watch.heard();
  watch.heard();
  expect(told).toEqual([true, false]);
  vi.advanceTimersByTime(4_000);
  expect(told).toEqual([true, false, true]);
});

it('blames nobody for a time in which the server was busy itself', () => {
  const { now } = performance;
  let blocked = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + blocked);
  blocked = 10_000;
  vi.advanceTimersByTime(4_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(4_000);
  expect(told).toEqual([true]);
});

it('says nothing after the end', () => {
  watch.close();
  vi.advanceTimersByTime(20_000);
  expect(told).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
