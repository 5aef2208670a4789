'use client';
import { type Ref, useMemo } from 'react';

type AnyRef = Ref<unknown> | undefined;

/** Gives the element to one ref; the result takes it back. */
function attach(ref: Exclude<AnyRef, null | undefined>, element: unknown): () => void {
  if (typeof ref !== 'function') {
    ref.current = element;
    return () => {
      ref.current = null;
    };
  }
  const cleanup = ref(element);
  return typeof cleanup === 'function' ? cleanup : () => ref(null);
}

/** One ref for up to three; the same function as long as they are the same. */
export function useMergedRef(first: AnyRef, second: AnyRef, third: AnyRef): Ref<unknown> | undefined {
  return useMemo(() => {
    const refs = [first, second, third].filter((ref) => ref !== null && ref !== undefined);
    if (refs.length < 2) return refs[0];
    return (element: unknown) => {
      const undo = refs.map((ref) => attach(ref, element));
      return () => {
        for (const detach of undo) detach();
      };
    };
  }, [first, second, third]);
}
