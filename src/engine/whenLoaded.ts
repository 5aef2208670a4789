import type { Environment } from './Environment.ts';

/** How long until code that could not be had is asked for again, in milliseconds… */
const RETRY_AFTER = 2_000;
/** …twice as long each time, up to this: a file that is gone from the server will not come. */
const LONGEST_RETRY = 60_000;

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
  let wait = RETRY_AFTER;
  const ask = () => {
    load().then(
      (code) => {
        if (!calledOff) loaded(code);
      },
      () => {
        if (calledOff) return;
        undo = setTimer(wait, ask);
        wait = Math.min(2 * wait, LONGEST_RETRY);
      },
    );
  };
  let undo = whenIdle(ask);
  return () => {
    calledOff = true;
    undo();
  };
}
