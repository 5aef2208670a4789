import { expect, it } from 'vitest';
import { placeAt } from '../../../src/console/shell/places.ts';

it.each([
  ['', { name: 'rooms' }],
  ['/', { name: 'rooms' }],
  ['/rooms', { name: 'rooms' }],
  ['/rooms/1', { name: 'unknown' }],
  ['/sessions', { name: 'sessions' }],
  ['/sessions/a%20b', { name: 'session', sessionId: 'a b' }],
  ['/sessions/100%', { name: 'session', sessionId: '100%' }],
  ['/sessions/1/2', { name: 'unknown' }],
  ['/compositions', { name: 'compositions' }],
  ['/compositions/1', { name: 'unknown' }],
  ['/compositions/new', { name: 'choose-session' }],
  ['/compositions/new/7', { name: 'compose', sessionId: '7' }],
  ['/compositions/new/7/8', { name: 'unknown' }],
  ['/elsewhere', { name: 'unknown' }],
])('%j leads to %j', (path, place) => {
  expect(placeAt(path)).toEqual(place);
});
