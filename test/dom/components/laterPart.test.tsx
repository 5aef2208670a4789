import { act, render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { laterPart } from '../../../src/components/lazy-part/laterPart.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const passing = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test('a part whose code cannot be had is asked for again until it comes', async () => {
  let away = true;
  const load = vi.fn(async () => {
    if (away) throw new Error('Failed to fetch');
    return () => <p>Here now</p>;
  });
  const Part = laterPart(load);
  render(<Part />, { wrapper: StrictMode });
  await passing(15_000);
  expect(load).toHaveBeenCalledTimes(4);
  expect(screen.queryByText('Here now')).toBeNull();

  away = false;
  await passing(16_000);
  expect(screen.getByText('Here now')).toBeInTheDocument();
  expect(load).toHaveBeenCalledTimes(5);
});
