'use client';
import { useLayoutEffect } from 'react';
import type { Speech } from '../../hooks/index.ts';

/** What of a part's props the application may have made a function of the part's state. */
interface Look {
  readonly render?: unknown;
  readonly className?: unknown;
  readonly style?: unknown;
}

/**
 * Has a part show who speaks without a render: who speaks changes all the time, and a render of React costs more than all
 * else that follows from it. A part that the application renders, or whose look is a function of its state, is rendered
 * nevertheless.
 *
 * @param write - Writes into the part's element what `speech` says.
 */
export function useSpeech(speech: Speech, { render, className, style }: Look, write: () => void): void {
  const isRendered = render !== undefined || typeof className === 'function' || typeof style === 'function';

  useLayoutEffect(() => {
    write();
    return isRendered ? speech.render() : speech.watch(write);
  });
}
