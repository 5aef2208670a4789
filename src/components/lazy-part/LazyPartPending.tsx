'use client';
import { useMessages } from '../../i18n/index.ts';
import type { LazyPartPlacement } from './lazyPart.tsx';

/** In place of a part whose code is on its way. */
export function LazyPartPending({ placement }: { readonly placement: LazyPartPlacement }) {
  const messages = useMessages();
  return (
    <div className="parlour-lazy" role="status" data-placement={placement} data-status="pending">
      <p className="parlour-lazy-words">{messages['lazy.pending']}</p>
    </div>
  );
}
