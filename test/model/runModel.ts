import fc from 'fast-check';
import { Invariants } from './Invariants.ts';
import { anyStep, type Step } from './steps.ts';
import { World } from './World.ts';

/** How many steps one room goes through at most; half as many on average. */
const STEPS_OF_A_ROOM = 200;

/** Does all steps in a new room and checks after each. @throws Error which promise broke, and at which step */
async function runSteps(steps: readonly Step[]): Promise<void> {
  const world = new World();
  const invariants = new Invariants(world);
  const check = async (at: string) => {
    await world.clock.settle();
    const broken = invariants.check();
    if (broken.length > 0) throw new Error(`After ${at}:\n  ${broken.join('\n  ')}`);
  };
  for (const [index, step] of steps.entries()) {
    await world.perform(step);
    await check(`step ${index + 1}, ${JSON.stringify(step)}`);
  }
  world.releaseAll();
  world.dropHolds();
  await world.clock.advance(0);
  await world.room.disconnect();
  await check('the end');
}

/** Random steps from a seed, at least as many as asked for. @throws Error with the shortest sequence that breaks a promise */
export async function runModel({ seed, steps }: { seed: number; steps: number }): Promise<number> {
  let done = 0;
  const rooms = Math.ceil((steps * 2) / STEPS_OF_A_ROOM);
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', onUnhandled);
  try {
    const sequence = fc.array(anyStep, { maxLength: STEPS_OF_A_ROOM, size: 'max' });
    await fc.assert(
      fc.asyncProperty(sequence, async (all) => {
        // A room that is not connected has little to tell.
        await runSteps([{ type: 'connect' }, ...all]);
        done += all.length + 1;
        const [first] = unhandled.splice(0);
        if (first !== undefined) throw new Error(`A rejection was not handled: ${first}`);
      }),
      { seed, numRuns: rooms, endOnFailure: false },
    );
  } finally {
    process.off('unhandledRejection', onUnhandled);
  }
  return done;
}
