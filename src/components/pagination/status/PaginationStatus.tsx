'use client';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePaginationContext } from '../PaginationContext.ts';

export type PaginationStatusProps = PartProps<'span', Record<never, never>>;

/** Which page of how many, told to screen readers when it changes. Renders a `<span>`. */
export function PaginationStatus(props: PaginationStatusProps) {
  const messages = useMessages();
  const { page, count } = usePaginationContext();
  return useRenderElement(
    'span',
    props,
    {},
    {
      className: 'parlour-page-status',
      role: 'status',
      children: (
        <>
          <span className="parlour-visually-hidden">{messages['pagination.page'](page + 1, count)}</span>
          <span aria-hidden>
            {page + 1} / {count}
          </span>
        </>
      ),
    },
  );
}
