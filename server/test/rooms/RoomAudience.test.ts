import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LiveParticipant } from '../../src/rooms/LiveParticipant.ts';
import { LiveStream } from '../../src/rooms/LiveStream.ts';
import type { Notice } from '../../src/rooms/Notice.ts';
import { RoomAudience } from '../../src/rooms/RoomAudience.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** So many people, of whom the first speaks; what the last of them is told. */
function roomOf(size: number) {
  let last: unknown = null;
  const people = Array.from({ length: size }, (): [string, LiveParticipant] => {
    const outbox = {
      tell: ({ method, data }: Notice) => {
        if (method === 'audioLevels') last = data;
      },
    };
    return [randomUUID(), { outbox } as unknown as LiveParticipant];
  });
  const audience = new RoomAudience(new Map(people));
  const speaker = people[0]?.[0] ?? '';
  const producer = { id: 'voice', kind: 'audio', enabled: true, censored: false } as never;
  audience.add(new LiveStream(speaker, 'self'), producer);
  const speak = (...decibels: number[]) =>
    audience.audioVolumes(decibels.map((level) => ({ producerId: 'voice', decibels: level })));
  const take = () => {
    const data = last;
    last = null;
    return data;
  };
  return { audience, speaker, speak, take };
}

it('tells a small room of levels as often as they are measured', () => {
  const { speaker, speak, take } = roomOf(200);
  speak(-20);
  expect(take()).toEqual({ levels: [[speaker, 0.1]] });
  speak();
  expect(take()).toEqual({ levels: [] });
  expect(vi.getTimerCount()).toBe(1);
});

it('tells a large room of the loudest levels twice a second, and at last that all is quiet', () => {
  const { speaker, speak, take } = roomOf(1_000);
  speak(-20);
  vi.advanceTimersByTime(200);
  speak(-40);
  vi.advanceTimersByTime(299);
  expect(take()).toBeNull();
  vi.advanceTimersByTime(1);
  expect(take()).toEqual({ levels: [[speaker, 0.1]] });
  vi.advanceTimersByTime(1_000);
  expect(take()).toBeNull();
  speak(-20);
  speak();
  vi.advanceTimersByTime(500);
  expect(take()).toEqual({ levels: [] });
});

it('has nothing more to tell when everybody has gone', () => {
  const { audience, speak } = roomOf(1_000);
  speak(-20);
  audience.clear();
  expect(vi.getTimerCount()).toBe(0);
});
