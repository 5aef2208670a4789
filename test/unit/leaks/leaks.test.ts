import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const script = path.resolve(import.meta.dirname, '../../leaks/measure.ts');
/** A process of its own, in which the engine's machine code comes and goes with nothing. */
const flags = ['--expose-gc', '--no-opt', '--no-flush-bytecode'];

it('keeps nothing of 10,000 people who come and go, of lost connections, and of itself after disconnect()', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script]);
  const measured = JSON.parse(stdout);
  expect(measured.pairs).toBe(10_000);
  expect(measured.bytesPerPair).toBeLessThanOrEqual(20);
  expect(measured.left).toEqual([0, 0, 0]);
  expect(measured.timers).toBe(0);
  // A session that stays weighs 20 kB.
  expect(measured.bytesPerRejoin).toBeLessThanOrEqual(2_000);
  expect(measured.afterDisconnect).toEqual({ waiting: 0, transports: 0, producers: 0, consumers: 0, resources: [] });
}, 180_000);
