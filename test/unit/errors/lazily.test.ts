import { expect, it } from 'vitest';
import { lazily } from '../../../src/errors/index.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

it('fetches code once, however often it is needed', async () => {
  let fetched = 0;
  const load = lazily(async () => {
    fetched += 1;
    return 'code';
  });
  expect(await Promise.all([load(), load()])).toEqual(['code', 'code']);
  expect(await load()).toBe('code');
  expect(fetched).toBe(1);
});

it('says what to do when code cannot be had, and fetches it again when it is asked again', async () => {
  const failure = new TypeError('Failed to fetch dynamically imported module');
  let fetched = 0;
  const load = lazily(async () => {
    fetched += 1;
    if (fetched === 1) throw failure;
    return 'code';
  });
  await expect(load()).rejects.toMatchObject({
    code: 'unreachable',
    message: 'A part of the page could not be loaded. Check the network connection and try again, or reload the page.',
    cause: failure,
  });
  expect(await load()).toBe('code');
});

it('tells everybody who waits for the same code that it cannot be had', async () => {
  const load = lazily(() => Promise.reject(new Error('offline')));
  expect(await Promise.all([rejectionCode(load()), rejectionCode(load())])).toEqual(['unreachable', 'unreachable']);
});
