'use client';
import { type PointerEvent, useRef } from 'react';

interface Drag {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  /** The place where the box has it. */
  readonly left: number;
  readonly top: number;
  moved: boolean;
}

/** From here on a finger drags, in pixels: until then it taps. */
const SLOP = 4;

/**
 * Dragging an element about in the one that it is placed in, by `--parlour-drag-x` and `-y`, without a render.
 *
 * @param drop - Called with the middle of the element, from the top left of the box, and the box.
 */
export function useDrag(drop: (middle: { x: number; y: number }, box: DOMRect, element: HTMLElement) => void) {
  const drag = useRef<Drag | null>(null);

  const end = (event: PointerEvent<HTMLElement>, dropped: boolean) => {
    const { currentTarget: element, pointerId } = event;
    const current = drag.current;
    if (current?.pointerId !== pointerId) return;
    drag.current = null;
    if (!current.moved) return;
    const from = element.getBoundingClientRect();
    const box = element.offsetParent?.getBoundingClientRect();
    element.removeAttribute('data-dragging');
    if (dropped && box) {
      drop({ x: from.x - box.x + from.width / 2, y: from.y - box.y + from.height / 2 }, box, element);
    }
    element.style.removeProperty('--parlour-drag-x');
    element.style.removeProperty('--parlour-drag-y');
  };

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (!event.isPrimary || event.button !== 0) return;
      const { pointerId, clientX: x, clientY: y, currentTarget: element } = event;
      drag.current = { pointerId, x, y, left: element.offsetLeft, top: element.offsetTop, moved: false };
      element.setPointerCapture?.(pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const current = drag.current;
      if (current?.pointerId !== event.pointerId) return;
      const [x, y] = [event.clientX - current.x, event.clientY - current.y];
      if (!current.moved && Math.hypot(x, y) < SLOP) return;
      const { currentTarget: element } = event;
      const box = element.offsetParent;
      // It does not leave the box.
      const within = (by: number, at: number, size: number, room: number) =>
        Math.min(Math.max(by, -at), Math.max(-at, room - size - at));
      current.moved = true;
      element.setAttribute('data-dragging', '');
      const [width, height] = [box?.clientWidth ?? 0, box?.clientHeight ?? 0];
      element.style.setProperty('--parlour-drag-x', `${within(x, current.left, element.offsetWidth, width)}px`);
      element.style.setProperty('--parlour-drag-y', `${within(y, current.top, element.offsetHeight, height)}px`);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => end(event, true),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event, false),
  };
}
