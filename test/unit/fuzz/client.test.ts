import { afterAll, expect, it } from 'vitest';
import { clientTargets } from '../../fuzz/clientTargets.ts';
import { fuzz } from '../../fuzz/fuzz.ts';

const { fetch } = globalThis;
afterAll(() => {
  globalThis.fetch = fetch;
});

it.each(await clientTargets())(
  '$name: nothing that a server sends is more than refused',
  async (target) => {
    await expect(fuzz(target, { inputs: 1_000, seed: 20261123 })).resolves.toBeUndefined();
  },
  60_000,
);
