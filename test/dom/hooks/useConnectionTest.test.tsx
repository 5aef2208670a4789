import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { testConnection } from '../../../src/engine/index.ts';
import { roomError } from '../../../src/errors/index.ts';
import { useConnectionTest } from '../../../src/hooks/index.ts';
import { clientToken } from '../../../src/testing/clientToken.ts';
import { settled } from '../../../src/testing/settled.ts';

// It has been used before: its code is here.
await testConnection({ clientToken: clientToken(), parts: [] });

function setUp() {
  const sockets: { signal: AbortSignal; answer: (ms: number) => void }[] = [];
  const probes = {
    http: async () => 5,
    webSocket: (_url: string, signal: AbortSignal) => {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      signal.addEventListener('abort', () => reject(roomError('aborted')));
      sockets.push({ signal, answer: resolve });
      return promise;
    },
  };
  const options = { clientToken: clientToken(), parts: ['signalling' as const], probes };
  return { sockets, ...renderHook(() => useConnectionTest(options)) };
}
const during = (change: () => unknown) =>
  act(async () => {
    await change();
    await settled();
  });

it('shows a test from its start to its report', async () => {
  const { result, sockets } = setUp();
  expect(result.current).toMatchObject({ status: 'idle', report: null, error: null });
  await during(() => result.current.start());
  expect(result.current).toMatchObject({ status: 'running', report: { result: 'running', parts: {} } });
  await during(() => sockets[0]?.answer(7));
  expect(result.current).toMatchObject({
    status: 'done',
    report: { result: 'pass', parts: { signalling: { values: { http: 5, webSocket: 7 } } } },
  });
});

it('can be stopped and started anew, and ends with the component', async () => {
  const { result, sockets, unmount } = setUp();
  await during(() => result.current.start());
  await during(() => result.current.stop());
  expect(result.current.status).toBe('idle');
  await during(() => result.current.start());
  await during(() => result.current.start());
  expect(sockets.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
  unmount();
  expect(sockets[2]?.signal.aborted).toBe(true);
});
