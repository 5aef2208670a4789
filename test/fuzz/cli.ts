import { parseArgs } from 'node:util';
import { type FuzzTarget, fuzz } from './fuzz.ts';

/** Feeds every target, as the command line says: `[--inputs 1000000] [--seed 1234] [--target part-of-its-name]`. */
export async function run(targets: readonly FuzzTarget[]): Promise<void> {
  const { values } = parseArgs({
    options: { inputs: { type: 'string', default: '1000000' }, seed: { type: 'string' }, target: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Math.trunc(Math.random() * 2 ** 31));
  const inputs = Number(values.inputs);
  console.log(`fuzz: ${inputs} inputs each, from the seed ${seed}`);
  for (const it of targets) {
    if (values.target && !it.name.includes(values.target)) continue;
    const began = performance.now();
    await fuzz(it, { inputs, seed });
    console.log(`fuzz: ${it.name}: ${inputs} inputs in ${((performance.now() - began) / 1000).toFixed(1)} s, all well`);
  }
  for (const it of targets) await it.close?.();
}
