import type { Environment } from './Environment.ts';

/** How long until code that could not be had is asked for again, in milliseconds. */
const RETRY_AFTER = 3_000;

/**
 * Loads code when the page has time, and again and again until it is there: a network that is away comes back.
 *
 * @returns Calls it off.
 */
export function whenLoaded<Code>(
  load: () => Promise<Code>,
  { whenIdle, setTimer }: Pick<Environment, 'whenIdle' | 'setTimer'>,
  loaded: (code: Code) => void,
): () => void {
  let calledOff = false;
  const ask = () => {
    load().then(
      (code) => {
        if (!calledOff) loaded(code);
      },
      () => {
        if (!calledOff) undo = setTimer(RETRY_AFTER, ask);
      },
    );
  };
  let undo = whenIdle(ask);
  return () => {
    calledOff = true;
    undo();
  };
}
