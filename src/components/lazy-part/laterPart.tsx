'use client';
import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';

/** How long until code that could not be had is asked for again, in milliseconds… */
const RETRY_AFTER = 2_000;
/** …twice as long each time, up to this: a file that is gone from the server will not come. */
const LONGEST_RETRY = 60_000;

const untilLoaded = <Code,>(load: () => Promise<Code>, wait = RETRY_AFTER): Promise<Code> =>
  load().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    return untilLoaded(load, Math.min(2 * wait, LONGEST_RETRY));
  });

/**
 * A part that comes by itself when its code is there, which is asked for again until it is. Make it once, outside
 * components.
 *
 * @param after - What is waited for before its code is asked for: `whenIdle`, for what would be in the way of a join.
 */
export function laterPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  after?: () => Promise<unknown>,
): (props: Props) => ReactElement {
  const Part = lazy(async () => {
    await after?.();
    return { default: await untilLoaded(load) };
  });
  return (props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  );
}
