'use client';
import { useState } from 'react';

/** What could have been better. */
export type RatingReason = 'sound' | 'picture' | 'screen' | 'connection' | 'delay' | 'echo';

/** What somebody says of a call. */
export interface Rating {
  /** From 1 (bad) to 5. */
  readonly stars: number;
  readonly reasons: readonly RatingReason[];
  /** In the person's own words; empty when there are none. */
  readonly comment: string;
}

/** Where a rating stands. */
export type RatingStatus = 'open' | 'sending' | 'sent' | 'failed';

/** A rating while it is made. */
export interface RatingForm {
  readonly rating: Rating;
  readonly status: RatingStatus;
  readonly change: (change: Partial<Rating>) => void;
  readonly submit: () => void;
}

/** @param onSubmit - What it throws is told, and can be tried again. */
export function useRating(onSubmit: (rating: Rating) => unknown): RatingForm {
  const [rating, setRating] = useState<Rating>({ stars: 0, reasons: [], comment: '' });
  const [status, setStatus] = useState<RatingStatus>('open');
  const submit = async () => {
    if (rating.stars === 0 || status === 'sending') return;
    setStatus('sending');
    try {
      await onSubmit({ ...rating, comment: rating.comment.trim() });
      setStatus('sent');
    } catch {
      setStatus('failed');
    }
  };
  return {
    rating,
    status,
    change: (change) => setRating((now) => ({ ...now, ...change })),
    submit: () => void submit(),
  };
}
