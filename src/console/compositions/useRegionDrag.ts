'use client';
import { type PointerEvent, useRef } from 'react';
import type { Rectangle } from '../../layout/index.ts';
import type { DraftRegion, FilmDraft } from './draft/FilmDraft.ts';
import { type Corner, moved, resized, type SnapLines, snapLines } from './draft/placing.ts';

/** So near to a line a region snaps to it, in pixels of the screen. */
const REACH = 8;

interface Dragged {
  readonly pointerId: number;
  readonly id: string;
  readonly start: Rectangle;
  readonly from: { readonly x: number; readonly y: number };
  /** Pixels of the picture in one of the screen. */
  readonly scale: number;
  readonly lines: SnapLines;
}

/** Moves regions, or one of their corners, with the pointer. */
export interface RegionDrag {
  /** Handlers of what is pressed; without a corner it is the region that moves. */
  handlers(
    region: DraftRegion,
    corner?: Corner,
  ): {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(event: PointerEvent<HTMLElement>): void;
  };
  /** Puts what is being dragged back; tells whether there was something. */
  cancel(): boolean;
}

/**
 * @param canvas - Shows the picture as wide as it is itself.
 */
export function useRegionDrag(
  draft: FilmDraft,
  canvas: { readonly current: HTMLElement | null },
  onPlace: (id: string, place: Rectangle) => void,
): RegionDrag {
  const dragged = useRef<Dragged | null>(null);
  const cancel = () => {
    const { current } = dragged;
    dragged.current = null;
    if (current) onPlace(current.id, current.start);
    return current !== null;
  };
  const handlers: RegionDrag['handlers'] = (region, corner) => ({
    onPointerDown: (event) => {
      const shown = canvas.current?.getBoundingClientRect().width ?? 0;
      if (event.button !== 0 || dragged.current || shown === 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      dragged.current = {
        pointerId: event.pointerId,
        id: region.id,
        start: region,
        from: { x: event.clientX, y: event.clientY },
        scale: draft.width / shown,
        lines: snapLines(
          draft,
          draft.regions.filter(({ id }) => id !== region.id),
        ),
      };
    },
    onPointerMove: (event) => {
      const { current } = dragged;
      if (current?.pointerId !== event.pointerId) return;
      const { scale, lines, from, start } = current;
      const by = {
        x: (event.clientX - from.x) * scale,
        y: (event.clientY - from.y) * scale,
        lines,
        reach: REACH * scale,
      };
      onPlace(current.id, corner ? resized(start, corner, by, draft) : moved(start, by, draft));
    },
    onPointerUp: (event) => {
      if (dragged.current?.pointerId === event.pointerId) dragged.current = null;
    },
    onPointerCancel: (event) => {
      if (dragged.current?.pointerId === event.pointerId) cancel();
    },
  });
  return { handlers, cancel };
}
