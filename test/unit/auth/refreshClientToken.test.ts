import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refreshClientToken } from '../../../src/auth/index.ts';
import { ROOM_ID } from '../../../src/testing/clientToken.ts';
import { rejectionCode } from '../../support/engine/rejectionCode.ts';

describe('refreshClientToken', () => {
  let server: Server;
  let url: string;
  let asked: { method: string | undefined; url: string | undefined; body: string }[];
  let answer: { status: number; body: string };

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        asked.push({ method: request.method, url: request.url, body });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((closed) => server.close(closed)));

  it('exchanges the refresh token at the room’s address', async () => {
    answer = { status: 201, body: JSON.stringify({ data: { token: 'new' } }) };
    expect(await refreshClientToken(url, ROOM_ID, 'refresh')).toBe('new');
    expect(asked).toEqual([
      {
        method: 'POST',
        url: `/v2/rooms/${ROOM_ID}/actions/refresh_client_token`,
        body: JSON.stringify({ refresh_token: 'refresh' }),
      },
    ]);
  });

  it.each<[string, number, string]>([
    ['room-not-found', 404, JSON.stringify({ errors: [{ code: 'room-not-found', detail: 'Gone.' }] })],
    ['token-expired', 401, JSON.stringify({ errors: [{ code: '10009', detail: 'No.' }] })],
    ['unreachable', 500, '<html>'],
    ['unreachable', 503, JSON.stringify({ errors: [{ code: 'server-stopping', detail: 'Later.' }] })],
    ['too-many-requests', 429, '{}'],
    ['token-expired', 200, '{}'],
    ['token-expired', 200, 'null'],
  ])('says %s for %i %s', async (code, status, body) => {
    answer = { status, body };
    expect(await rejectionCode(refreshClientToken(url, ROOM_ID, 'refresh'))).toBe(code);
  });

  it('says unreachable when nobody answers', async () => {
    answer = { status: 200, body: '{}' };
    await new Promise((closed) => server.close(closed));
    expect(await rejectionCode(refreshClientToken(url, ROOM_ID, 'refresh'))).toBe('unreachable');
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
});
