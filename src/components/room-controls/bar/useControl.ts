'use client';
import { type RefObject, use, useEffect, useLayoutEffect, useRef } from 'react';
import type { MenuAction, MenuToggle } from '../../menu/MenuEntry.ts';
import { BarContext } from './BarContext.ts';
import type { Collapse, ControlsBar } from './ControlsBar.ts';

/** A control's place in its bar. */
export interface OwnPlace {
  /** To be given to the control's element. */
  readonly ref: RefObject<HTMLButtonElement | null>;
  /** False: it is in the “more” menu only, and renders no button. */
  readonly inBar: boolean;
  readonly bar: ControlsBar | null;
  /** Beside what its popups stand while it is not seen. */
  readonly standIn: () => HTMLElement | null;
}

/** Makes a control known to the bar that it is in, which puts it into the “more” menu where there is no room. */
export function useControl(entry: MenuAction | MenuToggle, collapse: Collapse): OwnPlace {
  const bar = use(BarContext);
  const ref = useRef<HTMLButtonElement>(null);
  const { id } = entry;

  // After each render: the same control may be called something else now.
  useLayoutEffect(() => bar?.set(id, { collapse, entry, element: ref.current }));
  useEffect(() => () => bar?.remove(id), [bar, id]);

  return { ref, bar, inBar: collapse !== 'always' || bar === null, standIn: () => bar?.more ?? null };
}
