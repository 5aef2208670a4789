'use client';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useLocalParticipant } from '../../../hooks/index.ts';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { type Corner, cornerTowards, nearestCorner } from '../corners.ts';
import { useDrag } from '../useDrag.ts';

/** What a floating self view shows as `data-*`. */
export interface FloatingSelfViewState {
  readonly corner: Corner;
}

/** How it came to another corner; `cancel()` keeps the one where it is. */
export interface CornerChangeDetails {
  readonly reason: 'drag' | 'keyboard';
  cancel(): void;
}

export interface FloatingSelfViewRootProps extends PartProps<'div', FloatingSelfViewState> {
  /** Where it is. */
  corner?: Corner | undefined;
  /** Where it is first, if `corner` is not given. @default 'bottom-end' */
  defaultCorner?: Corner | undefined;
  /** Called before it goes to another corner. */
  onCornerChange?: ((corner: Corner, details: CornerChangeDetails) => void) | undefined;
  /** What floats, for your own id. */
  renderTile: (localId: string) => ReactNode;
}

const isRightToLeft = (element: Element) => getComputedStyle(element).direction === 'rtl';

/** What floats and is moved, without what is in it: that is loaded with the stage, this when something is to float. */
export function FloatingSelfViewRoot({
  corner: given,
  defaultCorner = 'bottom-end',
  onCornerChange,
  renderTile,
  ...props
}: FloatingSelfViewRootProps) {
  const messages = usePanelMessages();
  const localId = useLocalParticipant()?.id;
  const [own, setOwn] = useState(defaultCorner);
  const corner = given ?? own;
  const ref = useRef<HTMLDivElement>(null);
  /** Where it was let go, so that it glides from there. */
  const letGo = useRef<DOMRect | null>(null);

  const moveTo = (wanted: Corner, reason: CornerChangeDetails['reason']) => {
    if (wanted === corner) return;
    let cancelled = false;
    const cancel = () => {
      cancelled = true;
    };
    onCornerChange?.(wanted, { reason, cancel });
    if (!cancelled && given === undefined) setOwn(wanted);
  };

  const drag = useDrag((middle, box, element) => {
    letGo.current = element.getBoundingClientRect();
    const wanted = nearestCorner(middle, box, isRightToLeft(element));
    if (wanted === corner) glide(element, letGo);
    else moveTo(wanted, 'drag');
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: it glides when the corner has changed
  useLayoutEffect(() => {
    if (ref.current) glide(ref.current, letGo);
  }, [corner]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const wanted = cornerTowards(corner, event.key, isRightToLeft(event.currentTarget));
    if (wanted === null) return;
    event.preventDefault();
    letGo.current = event.currentTarget.getBoundingClientRect();
    moveTo(wanted, 'keyboard');
  };

  const element = useRenderElement(
    'div',
    props,
    { corner },
    {
      ref,
      className: 'parlour-self-view',
      role: 'group',
      // What it does is told by its name: a group of its own that takes the arrow keys.
      tabIndex: 0,
      'aria-label': messages['selfView.label'],
      onKeyDown,
      ...drag,
      children: localId !== undefined && renderTile(localId),
    },
  );
  return localId === undefined ? null : element;
}

/** From where it was let go to where it belongs now, once. */
function glide(element: HTMLElement, from: { current: DOMRect | null }): void {
  const before = from.current;
  from.current = null;
  if (!before || !element.animate || !matchMedia('(prefers-reduced-motion: no-preference)').matches) return;
  element.style.removeProperty('--parlour-drag-x');
  element.style.removeProperty('--parlour-drag-y');
  const now = element.getBoundingClientRect();
  element.animate(
    { translate: [`${before.x - now.x}px ${before.y - now.y}px`, '0 0'] },
    { duration: 200, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
  );
}
