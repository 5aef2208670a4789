'use client';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Tile } from '../../store/index.ts';
import { placeTiles } from './placeTiles.ts';

/** Keeps the cells of a list in place: before the first paint, when tiles come and go, and when the box changes. */
export function useTilePlacement(tiles: readonly Tile[]): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    placeTiles(list, tiles);
    if (typeof ResizeObserver === 'undefined') return;
    let first = true;
    const observer = new ResizeObserver(() => {
      // A tile glides to its new place when people come and go; when the window is dragged it sticks to it.
      if (first) first = false;
      else list.dataset.resizing = '';
      placeTiles(list, tiles);
    });
    observer.observe(list);
    return () => {
      observer.disconnect();
      delete list.dataset.resizing;
    };
  }, [tiles]);
  return ref;
}
