import { afterAll, expect, it } from 'vitest';
import { fuzz } from '../../../test/fuzz/fuzz.ts';
import { serverTargets } from './serverTargets.ts';

const targets = await serverTargets();
afterAll(async () => {
  for (const target of targets) await target.close?.();
});

it.each(targets)(
  '$name: nothing that a client sends is more than refused',
  async (target) => {
    await expect(fuzz(target, { inputs: 500, seed: 20261123 })).resolves.toBeUndefined();
  },
  60_000,
);
