import fc from 'fast-check';

/** A parser that faces the network, and what it is fed. */
export interface FuzzTarget<Input = unknown> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  /** Feeds it one input. What it throws must be an error that {@link expected} knows. */
  feed(input: Input): unknown;
  /** Whether an error is a refusal, rather than a fault. */
  expected?(error: unknown): boolean;
  close?(): unknown;
}

/** So many inputs are made at once. */
const BATCH = 2_000;

/** A target with the type of its inputs. */
export function target<Input>(it: FuzzTarget<Input>): FuzzTarget {
  return it as FuzzTarget;
}

/** Feeds a target. @throws Error with the input that broke it, and the seed that makes it again */
export async function fuzz(it: FuzzTarget, { inputs, seed }: { inputs: number; seed: number }): Promise<void> {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', note).on('uncaughtException', note);
  try {
    for (let done = 0; done < inputs; done += BATCH) {
      const batchSeed = seed + done;
      const batch = fc.sample(it.inputs, { seed: batchSeed, numRuns: Math.min(BATCH, inputs - done) });
      for (const input of batch) await feedOne(it, input, batchSeed);
      await new Promise((resolve) => setImmediate(resolve));
      const [first] = unhandled.splice(0);
      if (first !== undefined) throw new Error(`${it.name}, seed ${batchSeed}: nobody handled ${textOf(first)}`);
      if (({} as { polluted?: unknown }).polluted !== undefined)
        throw new Error(`${it.name}: Object.prototype was changed`);
    }
  } finally {
    process.off('unhandledRejection', note).off('uncaughtException', note);
  }
}

async function feedOne(it: FuzzTarget, input: unknown, seed: number): Promise<void> {
  try {
    const answer = it.feed(input);
    if (answer instanceof Promise) await answer;
  } catch (error) {
    if (it.expected?.(error)) return;
    throw new Error(`${it.name}, seed ${seed}: ${textOf(error)}\nThe input: ${fc.stringify(input).slice(0, 2_000)}`, {
      cause: error,
    });
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
