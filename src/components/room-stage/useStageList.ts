'use client';
import { type RefCallback, useCallback, useLayoutEffect, useSyncExternalStore } from 'react';
import type { StageModel } from './StageModel.ts';
import type { StageOptions } from './StageOptions.ts';
import type { TileSection } from './TileGroups.ts';

/** What is mounted on a stage, and the ref of the element that holds its cells. */
export interface StageList {
  readonly sections: readonly TileSection[];
  readonly listRef: RefCallback<HTMLElement>;
}

/** Keeps the cells of a list in place: before the first paint, when tiles come and go, and when the box changes. */
export function useStageList(stage: StageModel, options: StageOptions): StageList {
  const read = () => stage.readSections(options);
  const sections = useSyncExternalStore(stage.subscribe, read, read);

  // What was mounted for these options gets its place, before it is painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what has changed
  useLayoutEffect(() => stage.place(), [stage, sections, options]);

  const listRef = useCallback(
    (list: HTMLElement | null) => {
      if (!list) return () => {};
      stage.cells.list = list;
      const measure = () => {
        const { clientWidth: width, clientHeight: height } = list;
        if (width === 0 || height === 0) return;
        const { columnGap, direction } = getComputedStyle(list);
        stage.cells.direction = direction === 'rtl' ? 'rtl' : 'ltr';
        stage.setBox({ width, height, gap: Number.parseFloat(columnGap) || 0 });
      };
      measure();
      // Of the window that the list is in: it may be a picture-in-picture one.
      const View = list.ownerDocument.defaultView;
      if (!View?.ResizeObserver) return () => {};
      const observer = new View.ResizeObserver(measure);
      observer.observe(list);
      // Another number of pages brings or takes the footer, and the list with it gets another height. A browser tells that
      // in the same frame only of what lies deeper than what it told first, and else complains of a loop.
      if (list.parentElement) observer.observe(list.parentElement);
      return () => {
        observer.disconnect();
        stage.cells.list = null;
      };
    },
    [stage],
  );
  return { sections, listRef };
}
