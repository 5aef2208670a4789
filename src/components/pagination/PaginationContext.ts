'use client';
import { createContext, use } from 'react';

/** Which page is shown, and showing another one. */
export interface PaginationContextValue {
  /** From 0. */
  readonly page: number;
  readonly count: number;
  readonly turnTo: (page: number, reason: 'previous' | 'next') => void;
}

export const PaginationContext = createContext<PaginationContextValue | null>(null);

/** @throws Error outside of a pagination. */
export function usePaginationContext(): PaginationContextValue {
  const value = use(PaginationContext);
  if (!value) throw new Error('Parlour: this part belongs into a pagination. Put it inside <Pagination.Root>.');
  return value;
}
