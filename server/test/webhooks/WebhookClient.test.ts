import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Resolve } from '../../src/webhooks/guardedLookup.ts';
import { WebhookClient, type WebhookRequest } from '../../src/webhooks/WebhookClient.ts';
import { Receiver } from './support/Receiver.ts';

const LOOPBACK = { address: '127.0.0.1', family: 4 };
const METADATA = { address: '169.254.169.254', family: 4 };

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.close());

const request = (url: string, wish: Partial<WebhookRequest> = {}): WebhookRequest => ({
  url,
  headers: { 'content-type': 'application/json' },
  body: '{"grüße":1}',
  timeoutMs: 10_000,
  signal: new AbortController().signal,
  ...wish,
});

test('sends the bytes of the body to the address that it looked at, and asks no second time: no rebinding', async () => {
  const resolve = vi.fn<Resolve>(async () => [LOOPBACK]);
  const status = await new WebhookClient(true, resolve).post(
    request(`http://hooks.example.org:${receiver.port}/a?b=c`),
  );
  expect(status).toBe(200);
  expect(resolve).toHaveBeenCalledTimes(1);
  expect(receiver.requests).toMatchObject([
    {
      path: '/a?b=c',
      body: '{"grüße":1}',
      headers: { host: `hooks.example.org:${receiver.port}`, 'content-length': '13' },
    },
  ]);
});

test.each([
  ['stands for an address inside only', [LOOPBACK, METADATA]],
  ['has no address at all', []],
])('refuses a name that %s, and does not say to where it leads', async (_name, addresses) => {
  const posted = new WebhookClient(false, async () => addresses).post(request('http://inside.example.org/'));
  await expect(posted).rejects.toThrow(/^inside\.example\.org leads to an address of this machine/);
  await expect(posted).rejects.not.toThrow(/127|169/);
});

test('gives up when the receiver takes too long, or sends its answer drop by drop', async () => {
  receiver.answer = () => 'nothing';
  const client = new WebhookClient(true);
  await expect(client.post(request(receiver.url(), { timeoutMs: 50 }))).rejects.toMatchObject({ name: 'TimeoutError' });
  receiver.answer = () => (response) => response.socket?.write('HTTP/1.1 200 OK\r\nx-drop:');
  await expect(client.post(request(receiver.url(), { timeoutMs: 50 }))).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('reads no more of an answer than is of use', async () => {
  const broken = Promise.withResolvers<void>();
  receiver.answer = () => (response) => {
    response.writeHead(200);
    const write = () => {
      while (!response.destroyed && response.write(Buffer.alloc(16_384)));
    };
    response.on('drain', write);
    once(response, 'close').then(() => broken.resolve());
    write();
  };
  expect(await new WebhookClient(true).post(request(receiver.url()))).toBe(200);
  await broken.promise;
});

test('breaks off when it is told to', async () => {
  receiver.answer = () => 'nothing';
  const controller = new AbortController();
  const posted = new WebhookClient(true).post(request(receiver.url(), { signal: controller.signal }));
  await receiver.received(1);
  controller.abort(new Error('The server closes.'));
  await expect(posted).rejects.toThrow('The server closes.');
});
