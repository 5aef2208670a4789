import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from '../../src/http/createHttpServer.ts';
import { testConfig } from '../support/testConfig.ts';

let server: Server;
beforeAll(async () => {
  const { limits } = testConfig();
  server = createHttpServer(
    { tls: null, limits: { ...limits, requestTimeoutMs: 500, idleTimeoutMs: 500 } },
    (request, response) => {
      request.resume();
      request.once('end', () => response.end('done'));
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

/** What is heard until the server closes the connection. */
async function heardBy(speak: (socket: Socket) => void): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  let heard = '';
  socket.setEncoding('utf8').on('data', (text) => {
    heard += text;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  speak(socket);
  await closed;
  return heard;
}

/** Keeps sending a little: being slow is no better than being silent. */
function drip(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.write(text), 100);
  socket.once('close', () => clearInterval(timer));
}

describe.concurrent('a client is let go of', () => {
  it('that connects and says nothing', async ({ expect: hope }) => {
    hope(await heardBy(() => undefined)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('whose head does not come to its end', async ({ expect: hope }) => {
    const heard = await heardBy((socket) => {
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
      drip(socket, 'X-More: more\r\n');
    });
    hope(heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('whose body does not come to its end', async ({ expect: hope }) => {
    const heard = await heardBy((socket) => {
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n');
      drip(socket, 'x');
    });
    hope(heard).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that keeps its connection and asks nothing more', async ({ expect: hope }) => {
    const heard = await heardBy((socket) => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
    hope(heard).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('whose head is endless', async ({ expect: hope }) => {
    const heard = await heardBy((socket) => {
      socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(100_000)}`);
    });
    hope(heard).toMatch(/^HTTP\/1\.1 431 /);
  });
});

it('a client that speaks in time is served', async () => {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    method: 'POST',
    body: 'x',
  });
  expect(await response.text()).toBe('done');
});
