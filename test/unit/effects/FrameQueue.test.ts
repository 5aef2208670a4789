import { expect, it } from 'vitest';
import { FrameQueue } from '../../../src/effects/noise/FrameQueue.ts';

it('processes every sample once, in order, one frame late', () => {
  const frames: number[][] = [];
  const queue = new FrameQueue(480, (frame) => {
    frames.push([...frame]);
    for (let index = 0; index < frame.length; index += 1) frame[index] = -(frame[index] as number);
  });
  const given = Array.from({ length: 128 * 20 }, (_, index) => index + 1);
  const got: number[] = [];
  for (let at = 0; at < given.length; at += 128) {
    const output = new Float32Array(128);
    queue.exchange(new Float32Array(given.slice(at, at + 128)), output);
    got.push(...output);
  }
  expect(frames.flat()).toEqual(given.slice(0, 480 * 5));
  expect(got.slice(0, 480)).toEqual(Array.from({ length: 480 }, () => 0));
  expect(got.slice(480)).toEqual(given.slice(0, got.length - 480).map((value) => -value));
});
