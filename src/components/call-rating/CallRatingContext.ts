'use client';
import { createContext, use } from 'react';
import type { RatingForm } from './useRating.ts';

export const CallRatingContext = createContext<RatingForm | null>(null);

/** @throws Error outside a rating. */
export function useCallRatingContext(): RatingForm {
  const value = use(CallRatingContext);
  if (!value) throw new Error('Parlour: this part belongs into a rating. Put it inside <CallRating.Root>.');
  return value;
}
