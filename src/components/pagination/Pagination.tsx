'use client';
import { PaginationNext } from './next/PaginationNext.tsx';
import { PaginationPrevious } from './previous/PaginationPrevious.tsx';
import { PaginationRoot, type PaginationRootProps } from './root/PaginationRoot.tsx';
import { PaginationStatus } from './status/PaginationStatus.tsx';

export type PaginationProps = Omit<PaginationRootProps, 'children'>;

function DefaultPagination(props: PaginationProps) {
  return (
    <PaginationRoot {...props}>
      <PaginationPrevious />
      <PaginationStatus />
      <PaginationNext />
    </PaginationRoot>
  );
}

/**
 * Turns the pages of the stage that it is in, or your own. To compose your own, use the parts: `Root`, `Previous`,
 * `Status`, `Next`.
 */
export const Pagination = /* @__PURE__ */ Object.assign(DefaultPagination, {
  Root: PaginationRoot,
  Previous: PaginationPrevious,
  Status: PaginationStatus,
  Next: PaginationNext,
});
