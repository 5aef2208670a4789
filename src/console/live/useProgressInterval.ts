'use client';
import { whileProcessing } from '../../api/index.ts';
import { useLiveSource } from './LiveUpdates.tsx';

const ask = whileProcessing();

/** How what is being made is followed: where live updates come they tell of it, elsewhere it is asked again. */
export function useProgressInterval(): ReturnType<typeof whileProcessing> | false {
  return useLiveSource() === null ? ask : false;
}
