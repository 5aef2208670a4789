'use client';
import { useState } from 'react';

/** Why something opens or closes. */
export type OpenChangeReason = 'trigger' | 'choice' | 'escape' | 'outside' | 'close';

/** Comes with each change; `cancel()` leaves it as it is. */
export interface OpenChangeDetails {
  readonly reason: OpenChangeReason;
  cancel(): void;
}

/** What everything that opens takes. */
export interface OpenProps {
  /** Whether it is open; then it is yours to change. */
  open?: boolean | undefined;
  /** Whether it is open at first, where `open` is not given. @default false */
  defaultOpen?: boolean | undefined;
  /** Called before it opens or closes. */
  onOpenChange?: ((open: boolean, details: OpenChangeDetails) => void) | undefined;
}

/** Whether something is open: the caller's, or our own. */
export function useOpen({ open: given, defaultOpen = false, onOpenChange }: OpenProps) {
  const [own, setOwn] = useState(defaultOpen);
  const setOpen = (next: boolean, reason: OpenChangeReason) => {
    let cancelled = false;
    const cancel = () => {
      cancelled = true;
    };
    onOpenChange?.(next, { reason, cancel });
    if (!cancelled && given === undefined) setOwn(next);
  };
  return { open: given ?? own, setOpen };
}
