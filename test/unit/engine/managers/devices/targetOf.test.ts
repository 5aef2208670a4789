import { expect, it } from 'vitest';
import { initialDevice } from '../../../../../src/engine/initialState.ts';
import { targetOf } from '../../../../../src/engine/managers/devices/targetOf.ts';
import { fakeDevice } from '../../../../../src/testing/media/FakeCatalog.ts';

const [a, b, unnamed] = [fakeDevice('a'), fakeDevice('b'), fakeDevice('', '', '')];
const entry = fakeDevice('default', 'Default - The a', 'a');
const pointer = fakeDevice('communications', 'The b', 'b');

it.each([
  ['nothing is known', {}, null, ''],
  ['nothing may be known yet', { available: [unnamed] }, null, ''],
  ['nothing was chosen', { available: [a, b] }, null, 'default'],
  ['there is an entry for the default', { available: [entry, a, b] }, null, 'default a Default - The a'],
  ['one was chosen', { available: [entry, a, b], choice: b }, 'b', 'b'],
  ['one was chosen before, and nobody may know what there is', { available: [unnamed], choice: b }, 'b', 'b'],
  ['the chosen one has another id now', { available: [a, b], choice: { deviceId: 'old', label: 'The b' } }, 'b', 'b'],
  [
    'only a pointer has its name',
    { available: [pointer, a], choice: { deviceId: 'x', label: 'The b' } },
    null,
    'default',
  ],
  ['the chosen one is not there', { available: [a], choice: b }, null, 'default'],
  ['the lost one is back', { available: [a, b], lost: b }, 'b', 'b'],
  [
    'it is back, and the system says what is the default',
    { available: [entry, a, b], lost: b },
    null,
    'default a Default - The a',
  ],
  ['the chosen one is there, and another one was lost', { available: [a, b], choice: a, lost: b }, 'a', 'a'],
])('when %s', (_when, facts, deviceId, mark) => {
  expect(targetOf({ ...initialDevice, ...facts })).toMatchObject({ deviceId, mark });
});

it('one that nobody can look up need not be exactly that one', () => {
  expect(targetOf({ ...initialDevice, choice: a }).exact).toBe(false);
  expect(targetOf({ ...initialDevice, choice: a, available: [a] }).exact).toBe(true);
});
