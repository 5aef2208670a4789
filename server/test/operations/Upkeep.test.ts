import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Upkeep } from '../../src/operations/Upkeep.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a task is done again and again, never twice at a time', async () => {
  const upkeep = new Upkeep({ error: () => {} });
  let begun = 0;
  let finish = () => {};
  upkeep.every('task', 1000, () => {
    begun += 1;
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  await vi.advanceTimersByTimeAsync(5000);
  expect(begun).toBe(1);
  finish();
  await vi.advanceTimersByTimeAsync(999);
  expect(begun).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toBe(2);
});

test('a task that fails is logged under its name, and tried again', async () => {
  const error = vi.fn();
  const upkeep = new Upkeep({ error });
  const task = vi.fn().mockRejectedValueOnce(new Error('no database')).mockResolvedValue(undefined);
  upkeep.every('signs of life', 1000, task);
  await vi.advanceTimersByTimeAsync(2000);
  expect(task).toHaveBeenCalledTimes(2);
  expect(error.mock.calls).toMatchObject([[{ task: 'signs of life', err: { message: 'no database' } }, /./]]);
  await upkeep.close();
});

test('closing waits for what is being done and begins nothing more', async () => {
  const upkeep = new Upkeep({ error: () => {} });
  const done: string[] = [];
  let finish = () => {};
  upkeep.every('slow', 1000, async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    done.push('slow');
  });
  await vi.advanceTimersByTimeAsync(1000);
  const closed = upkeep.close().then(() => done.push('closed'));
  finish();
  await closed;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(done).toEqual(['slow', 'closed']);
  upkeep.every('later', 1, async () => void done.push('later'));
  await vi.advanceTimersByTimeAsync(10);
  expect(done).toHaveLength(2);
});
