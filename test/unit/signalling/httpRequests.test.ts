import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../src/signalling/httpRequests.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';
import { LocalServer } from '../../support/signalling/LocalServer.ts';

const schema = v.object({ name: v.string() });

describe('call', () => {
  let server: LocalServer;
  const ask = (more: { body?: unknown; signal?: AbortSignal } = {}) =>
    call(schema, { url: new URL('/thing', server.url), signal: new AbortController().signal, ...more });

  beforeEach(async () => {
    server = await LocalServer.start();
  });
  afterEach(() => server.close());

  it('gets without a body, posts with one, as a simple request that asks no permission first', async () => {
    server.answers.set('/thing', () => ({ body: { name: 'Ada', unknown: true } }));
    expect(await ask()).toEqual({ name: 'Ada' });
    await ask({ body: { question: 1 } });
    expect(server.http).toEqual([
      { method: 'GET /thing', data: undefined, contentType: undefined },
      { method: 'POST /thing', data: { question: 1 }, contentType: expect.stringMatching(/^text\/plain/) },
    ]);
  });

  it('gives the server’s own code and words', async () => {
    server.answers.set('/thing', () => ({
      status: 403,
      body: { error: { code: 'room-full', message: 'Eleven are too many.' } },
    }));
    await expect(ask()).rejects.toMatchObject({ code: 'room-full', message: 'Eleven are too many.' });
  });

  it.each<[string, number, unknown]>([
    ['internal', 500, { error: { code: 'new-code', message: 'Something new.' } }],
    ['unreachable', 404, { message: 'no such route' }],
    ['unreachable', 502, '<html>Bad gateway</html>'],
    ['unreachable', 200, '<html>A proxy’s page</html>'],
    ['unreachable', 200, ''],
    ['protocol-mismatch', 200, { nom: 'Ada' }],
    ['protocol-mismatch', 200, null],
  ])('says %s for status %i and %o', async (code, status, body) => {
    server.answers.set('/thing', () => ({ status, body }));
    expect(await rejectionCode(ask())).toBe(code);
  });

  it('says unreachable, and where, when the connection breaks or nobody listens', async () => {
    server.answers.set('/thing', () => 'break the connection');
    expect(await rejectionCode(ask())).toBe('unreachable');
    const nobody = call(schema, { url: new URL('http://127.0.0.1:1/'), signal: new AbortController().signal });
    await expect(nobody).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('127.0.0.1:1'),
    });
  });

  it('is called off by its signal, before and while it waits', async () => {
    expect(await rejectionCode(ask({ signal: AbortSignal.abort() }))).toBe('aborted');
    const abort = new AbortController();
    server.answers.set('/thing', () => {
      abort.abort();
      return new Promise(() => {});
    });
    expect(await rejectionCode(ask({ signal: abort.signal }))).toBe('aborted');
  });
});
