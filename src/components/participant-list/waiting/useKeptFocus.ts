'use client';
import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

interface KeptFocus {
  readonly ref: RefObject<HTMLElement | null>;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Keeps the focus in a list of people who go when something is decided about them: it moves to the same button of who has
 * taken their place, and from the last one to whatever comes after the list.
 */
export function useKeptFocus(list: readonly unknown[]): KeptFocus {
  const ref = useRef<HTMLElement>(null);
  const parent = useRef<ParentNode | null>(null);
  const focused = useRef<{ readonly index: number; readonly decision: string } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about what another list has taken away
  useLayoutEffect(() => {
    const left = focused.current;
    if (left && document.activeElement === document.body) {
      const buttons = [...(ref.current?.querySelectorAll<HTMLElement>(`[data-decision='${left.decision}']`) ?? [])];
      const next = buttons[Math.min(left.index, buttons.length - 1)];
      (next ?? parent.current?.querySelector<HTMLElement>('input'))?.focus();
    }
    if (!ref.current) focused.current = null;
    parent.current = ref.current?.parentNode ?? parent.current;
  }, [list]);

  return {
    ref,
    onFocus: ({ target }) => {
      const { decision = 'yes' } = (target as HTMLElement).dataset;
      const buttons = [...(ref.current?.querySelectorAll(`[data-decision='${decision}']`) ?? [])];
      focused.current = { index: Math.max(0, buttons.indexOf(target)), decision };
    },
    onBlur: ({ target }) => {
      // One that is taken off the page leaves the focus to who comes next.
      if (target.isConnected) focused.current = null;
    },
  };
}
