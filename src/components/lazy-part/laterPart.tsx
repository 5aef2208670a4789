'use client';
import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';

/**
 * A part that comes by itself when its code is there, and that nobody misses should the code not come. Make it once,
 * outside components.
 *
 * @param after - What is waited for before its code is asked for: `whenIdle`, for what would be in the way of a join.
 */
export function laterPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  after?: () => Promise<unknown>,
): (props: Props) => ReactElement {
  const Part = lazy(async () => {
    await after?.();
    return { default: await load().catch((): ComponentType<Props> => () => null) };
  });
  return (props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  );
}
