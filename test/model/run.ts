// A long run of the model: npm run test:model -- [--steps 1000000] [--seed 1234]
import { parseArgs } from 'node:util';
import { runModel } from './runModel.ts';

const { values } = parseArgs({
  options: { steps: { type: 'string', default: '1000000' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Math.trunc(Math.random() * 2 ** 31));
const steps = Number(values.steps);
/** A part has a seed of its own, so that one that fails is soon run again. */
const PART = 50_000;

console.log(`model: ${steps} steps from the seed ${seed}`);
let done = 0;
for (let part = 0; done < steps; part += 1) {
  done += await runModel({ seed: seed + part, steps: Math.min(PART, steps) });
  console.log(`model: ${done} steps up to the seed ${seed + part}, no promise broken`);
}
