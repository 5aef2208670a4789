import { expect, it } from 'vitest';
import { runModel } from '../../model/runModel.ts';

it('keeps every promise through 4,000 random commands, notifications and faults; npm run test:model does a million', async () => {
  expect(await runModel({ seed: 20261123, steps: 4_000 })).toBeGreaterThanOrEqual(3_000);
}, 60_000);
