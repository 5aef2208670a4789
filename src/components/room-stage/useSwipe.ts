'use client';
import { type PointerEvent, useRef } from 'react';
import type { StageModel } from './StageModel.ts';

interface Swipe {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly startedAt: number;
  readonly direction: 1 | -1;
  /** A finger that first moves up or down scrolls the page. */
  sideways: boolean;
}

/** From here on a finger swipes, in pixels. */
const SLOP = 8;
/** This far, as a share of the width, or this fast, in pixels a millisecond, turns the page. */
const FAR = 0.25;
const FAST = 0.4;
/** At the first and the last page the tiles follow the finger less. */
const RESISTANCE = 0.3;

/** Turning pages with a finger, which the tiles follow. To spread on the element that holds them. */
export function useSwipe(model: StageModel, page: number, pages: number) {
  const swipe = useRef<Swipe | null>(null);

  const end = (event: PointerEvent<HTMLElement>, turn: boolean) => {
    const current = swipe.current;
    if (current?.pointerId !== event.pointerId) return;
    swipe.current = null;
    const list = event.currentTarget;
    list.style.removeProperty('--parlour-swipe');
    list.removeAttribute('data-swiping');
    if (!turn || !current.sideways) return;
    const moved = (event.clientX - current.x) * current.direction;
    const speed = Math.abs(moved) / Math.max(1, event.timeStamp - current.startedAt);
    if (Math.abs(moved) > list.clientWidth * FAR || speed > FAST) model.setPage(page - Math.sign(moved));
  };

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (pages < 2 || event.pointerType === 'mouse' || !event.isPrimary) return;
      const { pointerId, clientX: x, clientY: y, timeStamp: startedAt, currentTarget } = event;
      const direction = getComputedStyle(currentTarget).direction === 'rtl' ? -1 : 1;
      swipe.current = { pointerId, x, y, startedAt, direction, sideways: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const current = swipe.current;
      if (current?.pointerId !== event.pointerId) return;
      const x = event.clientX - current.x;
      if (!current.sideways) {
        const [across, along] = [Math.abs(x), Math.abs(event.clientY - current.y)];
        if (Math.max(across, along) < SLOP) return;
        if (along > across) {
          swipe.current = null;
          return;
        }
        current.sideways = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.setAttribute('data-swiping', '');
      }
      const towards = x * current.direction > 0 ? page - 1 : page + 1;
      const follow = towards < 0 || towards >= pages ? RESISTANCE : 1;
      event.currentTarget.style.setProperty('--parlour-swipe', `${x * follow}px`);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => end(event, true),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event, false),
  };
}
