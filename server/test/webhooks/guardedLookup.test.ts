import type { LookupAddress, LookupOptions } from 'node:dns';
import { expect, test } from 'vitest';
import { guardedLookup } from '../../src/webhooks/guardedLookup.ts';

const INSIDE = { address: '10.0.0.1', family: 4 };
const OUTSIDE = [
  { address: '2606:4700::1111', family: 6 },
  { address: '8.8.8.8', family: 4 },
];

/** What a socket is given for a name that stands for these addresses. */
function find(addresses: LookupAddress[], options: LookupOptions, allowPrivate = false): Promise<unknown[]> {
  const lookup = guardedLookup(async () => addresses, allowPrivate);
  return new Promise((resolve, reject) => {
    lookup('hooks.example.org', options, (error, ...found) => (error ? reject(error) : resolve(found)));
  });
}

test('gives a socket the addresses outside, and no other', async () => {
  expect(await find([INSIDE, ...OUTSIDE], { all: true })).toEqual([OUTSIDE]);
  expect(await find([INSIDE, ...OUTSIDE], {})).toEqual(['2606:4700::1111', 6]);
  await expect(find([INSIDE], {})).rejects.toThrow('leads to an address of this machine or of a private network');
});

test('gives all of them in development', async () => {
  expect(await find([INSIDE], {}, true)).toEqual(['10.0.0.1', 4]);
});

test('says so when a name is not known', async () => {
  const failure = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  const lookup = guardedLookup(() => Promise.reject(failure), false);
  const error = await new Promise((resolve) => lookup('nowhere.example.org', { all: true }, resolve));
  expect(error).toBe(failure);
});
