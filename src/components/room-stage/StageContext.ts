'use client';
import { createContext } from 'react';

/** The pages of a stage. */
export interface StagePages {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly setPage: (page: number) => void;
}

export const StageContext = createContext<StagePages | null>(null);
