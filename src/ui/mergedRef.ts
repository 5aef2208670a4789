import type { Ref } from 'react';

type AnyRef = Ref<unknown> | undefined;
type GivenRef = Exclude<AnyRef, null | undefined>;

/** Gives the element to one ref; the result takes it back. */
function attach(ref: GivenRef, element: unknown): () => void {
  if (typeof ref !== 'function') {
    ref.current = element;
    return () => {
      ref.current = null;
    };
  }
  const cleanup = ref(element);
  return typeof cleanup === 'function' ? cleanup : () => ref(null);
}

const pairs = new WeakMap<GivenRef, WeakMap<GivenRef, GivenRef>>();

/** Two refs as one, always the same function for the same two. */
function pairOf(first: GivenRef, second: GivenRef): GivenRef {
  const known = pairs.get(first) ?? new WeakMap<GivenRef, GivenRef>();
  pairs.set(first, known);
  let pair = known.get(second);
  if (!pair) {
    pair = (element: unknown) => {
      const undo = [attach(first, element), attach(second, element)];
      return () => {
        for (const detach of undo) detach();
      };
    };
    known.set(second, pair);
  }
  return pair;
}

/** One ref for several; the same one as long as they are the same. Not a hook: what has no refs pays nothing for them. */
export function mergedRef(...refs: readonly AnyRef[]): GivenRef | undefined {
  let merged: GivenRef | undefined;
  for (const ref of refs) if (ref) merged = merged ? pairOf(merged, ref) : ref;
  return merged;
}
