import { expect, test } from 'vitest';
import { whenLoaded } from '../../../src/engine/whenLoaded.ts';
import { ManualClock } from '../../../src/testing/ManualClock.ts';

/** Code that cannot be had until the network is back. */
function fetched() {
  const network = { away: true, asked: 0 };
  const load = async () => {
    network.asked += 1;
    if (network.away) throw new Error('Failed to fetch');
    return 'code';
  };
  return { network, load };
}

test('code that could not be had is asked for again until it is there, and handed over once', async () => {
  const clock = new ManualClock();
  const { network, load } = fetched();
  const loaded: string[] = [];
  whenLoaded(load, clock, (code) => loaded.push(code));
  await clock.advance(15_000);
  expect(network.asked).toBe(4);
  expect(loaded).toEqual([]);

  network.away = false;
  await clock.advance(16_000);
  expect(loaded).toEqual(['code']);
  const { asked } = network;
  await clock.advance(20_000);
  expect(network.asked).toBe(asked);
  expect(loaded).toEqual(['code']);
});

test('nothing is asked for nor handed over once it was called off', async () => {
  const clock = new ManualClock();
  const { network, load } = fetched();
  const loaded: string[] = [];
  const callOff = whenLoaded(load, clock, (code) => loaded.push(code));
  await clock.advance(1_000);
  callOff();
  network.away = false;
  const { asked } = network;
  await clock.advance(20_000);
  expect(network.asked).toBe(asked);
  expect(loaded).toEqual([]);

  const late = whenLoaded(load, clock, (code) => loaded.push(code));
  late();
  await clock.settle();
  expect(loaded).toEqual([]);
});

test('it waits until the page has time', async () => {
  const clock = new ManualClock();
  const { network, load } = fetched();
  let idle: () => void = () => {};
  const whenIdle = (callback: () => void) => {
    idle = callback;
    return () => {
      idle = () => {};
    };
  };
  const callOff = whenLoaded(load, { setTimer: clock.setTimer, whenIdle }, () => {});
  await clock.settle();
  expect(network.asked).toBe(0);
  idle();
  expect(network.asked).toBe(1);
  callOff();

  whenLoaded(load, { setTimer: clock.setTimer, whenIdle }, () => {})();
  idle();
  expect(network.asked).toBe(1);
});
