import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect as connectPlain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import Fastify from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followCertificate, readCertificate } from '../../src/http/Certificate.ts';
import { createHttpServer } from '../../src/http/createHttpServer.ts';
import { publicUrl } from '../../src/publicUrl.ts';
import type { Log } from '../../src/rooms/Log.ts';
import type { ServerDeps } from '../../src/ServerDeps.ts';
import { createLivePart } from '../../src/signalling/livePart.ts';
import { UnusedConnections } from '../../src/signalling/UnusedConnections.ts';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import { TestServer } from '../support/TestServer.ts';
import { testConfig } from '../support/testConfig.ts';
import { askForSocket } from '../support/upgrade.ts';

const CERTIFICATES = join(import.meta.dirname, 'certificates');
const logged: string[] = [];
const note = (_context: object, message: string) => void logged.push(message);
const LOG: Log = { debug: note, info: note, warn: note, error: note };

let folder: string;
let settings: { cert: string; key: string };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-tls-'));
  settings = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  put('first');
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: 'first' | 'second', parts: readonly ('cert' | 'key')[] = ['cert', 'key']): void {
  for (const part of parts) copyFileSync(join(CERTIFICATES, `${name}.${part}.pem`), settings[part]);
}

/** The name in the certificate that a server shows. */
async function shownBy(port: number, options: object = {}): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...options });
  await once(socket, 'secureConnect');
  const { subject } = socket.getPeerCertificate() as PeerCertificate;
  socket.destroy();
  return String(subject.CN);
}

describe('a server with a certificate', () => {
  it('speaks TLS only, none of the old versions, and shows the new certificate when its files change', async () => {
    const config = { tls: settings, limits: testConfig().limits };
    const server = createHttpServer(config, (_request, response) => response.end('secure'));
    const stop = followCertificate(settings, server as never, LOG, 20);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await shownBy(port)).toBe('first.parlour.test');
    await expect(shownBy(port, { maxVersion: 'TLSv1.1', minVersion: 'TLSv1' })).rejects.toThrow();
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();

    // Half of the new one: whoever connects still gets the one before.
    put('second', ['cert']);
    await vi.waitFor(() => expect(logged.at(-1)).toContain('the one before stays'));
    expect(await shownBy(port)).toBe('first.parlour.test');
    put('second', ['key']);
    await vi.waitFor(async () => expect(await shownBy(port)).toBe('second.parlour.test'));
    stop();
    server.close();
  });

  it('does not start with one that cannot be used, and says why', () => {
    expect(() => readCertificate({ ...settings, key: join(CERTIFICATES, 'second.key.pem') })).toThrow(
      /^The certificate of PARLOUR_TLS_CERT and PARLOUR_TLS_KEY cannot be used \(.+\)\.$/,
    );
    expect(() => readCertificate({ ...settings, cert: join(folder, 'nowhere.pem') })).toThrow(/ENOENT/);
    writeFileSync(settings.cert, 'nonsense');
    expect(() => readCertificate(settings)).toThrow(/cannot be used/);
  });

  it('tells clients and browsers that it is secure', async () => {
    const database = await startMemoryDatabase();
    const live = (deps: ServerDeps) => createLivePart(deps);
    const server = await TestServer.start(database, { config: { tls: settings, publicUrl: null }, live });
    expect(publicUrl({ ...testConfig(), publicUrl: null, tls: settings, port: 7070 }, Fastify())).toBe(
      'https://127.0.0.1:7070',
    );
    const { headers } = await server.send({ method: 'GET', url: '/healthz' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const url = server.deps.publicUrl();
    expect(url).toMatch(/^https:/);
    const socket = await askForSocket(url);
    expect(socket.status).toBe(101);
    socket.close();
    await server.close();
    await database.stop();
  });

  it('does not wait for connections that have only shaken hands when it stops', async () => {
    const server = createHttpServer({ tls: settings, limits: testConfig().limits }, () => undefined);
    const unused = new UnusedConnections(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const idle = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
    const silent = connectPlain(port, '127.0.0.1');
    for (const socket of [idle, silent]) socket.on('error', () => undefined);
    await Promise.all([once(idle, 'secureConnect'), once(silent, 'connect'), once(server, 'secureConnection')]);
    const closed = once(server, 'close');
    server.close();
    unused.close();
    await Promise.all([closed, once(idle, 'close')]);
  });
});
