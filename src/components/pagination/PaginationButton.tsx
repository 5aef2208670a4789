'use client';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../ui/index.ts';
import { usePaginationContext } from './PaginationContext.ts';

export type PaginationButtonProps = PartProps<'button', Record<never, never>>;

interface Direction {
  readonly reason: 'previous' | 'next';
  readonly icon: ReactNode;
  readonly props: PaginationButtonProps;
}

/** Both buttons. At the end it is not `disabled`, which would take the focus away from whoever got there by pressing it. */
export function PaginationButton({ reason, icon, props }: Direction) {
  const messages = useMessages();
  const { page, count, turnTo } = usePaginationContext();
  const wanted = page + (reason === 'next' ? 1 : -1);
  const label = messages[`pagination.${reason}`];
  return useRenderElement(
    'button',
    props,
    {},
    {
      type: 'button',
      className: 'parlour-button parlour-page-button',
      'aria-label': label,
      title: label,
      'aria-disabled': wanted < 0 || wanted >= count || undefined,
      onClick: () => turnTo(wanted, reason),
      children: icon,
    },
  );
}
