'use client';
import { type ReactNode, use, useState } from 'react';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { StageContext } from '../../room-stage/StageContext.ts';
import { PaginationContext } from '../PaginationContext.ts';

/** What a pagination shows as `data-*`. */
export interface PaginationState {
  /** From 1, as people count. */
  readonly page: number;
  readonly count: number;
}

/** Why another page is shown; `cancel()` keeps the one that is. */
export interface PageChangeDetails {
  readonly reason: 'previous' | 'next';
  cancel(): void;
}

export interface PaginationRootProps extends PartProps<'div', PaginationState> {
  /** Which page is shown, from 0. @default the stage's */
  page?: number | undefined;
  /** The first one shown where `page` is not given, from 0. @default 0 */
  defaultPage?: number | undefined;
  /** How many there are. @default as many as the stage has, else 1 */
  count?: number | undefined;
  /** Called before another page is shown. */
  onPageChange?: ((page: number, details: PageChangeDetails) => void) | undefined;
  children?: ReactNode;
}

/**
 * Turns pages: those of the stage that it is in, or your own, given by `page` and `count`. Renders a `<div>` with the
 * role `group`.
 */
export function PaginationRoot({ page: given, defaultPage = 0, count, onPageChange, ...props }: PaginationRootProps) {
  const messages = useMessages();
  const stage = use(StageContext);
  const [own, setOwn] = useState(defaultPage);
  const pages = count ?? stage?.pages ?? 1;
  const page = Math.max(0, Math.min(pages - 1, given ?? stage?.page ?? own));
  const turnTo = (wanted: number, reason: PageChangeDetails['reason']) => {
    if (wanted < 0 || wanted >= pages) return;
    let cancelled = false;
    const cancel = () => {
      cancelled = true;
    };
    onPageChange?.(wanted, { reason, cancel });
    if (cancelled || given !== undefined) return;
    if (stage) stage.setPage(wanted);
    else setOwn(wanted);
  };
  const element = useRenderElement(
    'div',
    props,
    { page: page + 1, count: pages },
    { className: 'parlour-pagination', role: 'group', 'aria-label': messages['pagination.label'] },
  );
  return <PaginationContext value={{ page, count: pages, turnTo }}>{element}</PaginationContext>;
}
