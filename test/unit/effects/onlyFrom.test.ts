import { expect, it, vi } from 'vitest';
import { onlyFrom } from '../../../src/effects/background/onlyFrom.ts';

it('lets a worker fetch its own files and nothing else', async () => {
  const fetched = vi.fn<typeof fetch>(async () => new Response('wasm'));
  const scope = { fetch: fetched as typeof fetch };
  onlyFrom(['https://app.test/segmenter.wasm'], scope);
  expect(await (await scope.fetch('https://app.test/segmenter.wasm')).text()).toBe('wasm');
  expect(await (await scope.fetch(new URL('https://app.test/segmenter.wasm'))).text()).toBe('wasm');
  await expect(scope.fetch('https://elsewhere.test/v1/log', { method: 'POST' })).rejects.toThrow('elsewhere.test');
  await expect(scope.fetch(new Request('https://elsewhere.test/'))).rejects.toThrow(TypeError);
  expect(fetched).toHaveBeenCalledTimes(2);
});
