import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackConsumers } from '../../../src/protocol/index.ts';
import { Receiver } from '../webhooks/support/Receiver.ts';
import { TestClient } from './support/TestClient.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const KEY = 'end-to-end';

let dataDir: string;
let child: ChildProcess;
let url: string;
let receiver: Receiver;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'parlour-'));
  child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PARLOUR_PORT: '0',
      PARLOUR_API_KEY: KEY,
      PARLOUR_DATA_DIR: dataDir,
      PARLOUR_LOG_LEVEL: 'silent',
      PARLOUR_WORKERS: '1',
      PARLOUR_WEBHOOK_ALLOW_PRIVATE: 'true',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  url = await listeningUrl(child);
  receiver = await Receiver.start();
});
afterAll(async () => {
  child.kill('SIGKILL');
  await receiver.close();
  rmSync(dataDir, { recursive: true });
});

async function listeningUrl({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The server has no output.');
  for await (const line of createInterface(stdout)) {
    const match = /listening on (http:\S+)/.exec(line);
    if (match?.[1]) return match[1];
  }
  throw new Error('The server ended before it listened.');
}

/** What the webhook of a room was told: each event's name and the reason in it, if there is one. */
function toldBy(roomId: string): [string, string?][] {
  const events = receiver.requests.map(({ json }) => json.data).filter(({ payload }) => payload.room_id === roomId);
  return events.map(({ event_type, payload: { ended_reason, left_reason } }) => {
    const reason = ended_reason ?? left_reason;
    return reason ? [event_type, reason] : [event_type];
  });
}

async function rest(method: string, path: string, body?: object) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${KEY}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect(response.ok, `${method} ${path}: ${response.status} ${text}`).toBe(true);
  return text === '' ? null : JSON.parse(text).data;
}

describe('the server as it is started', () => {
  it('makes a room and tokens by REST, in which two people exchange media, and tells webhooks', async () => {
    const room = await rest('POST', '/v2/rooms', { max_participants: 2, webhook_event_url: receiver.url() });
    const enter = async (name: string) => {
      const path = `/v2/rooms/${room.id}/actions/generate_join_client_token`;
      const { token } = await rest('POST', path, { participant: { name } });
      return TestClient.join({ url }, { roomId: room.id, token });
    };
    const alice = await enter('Alice');
    await alice.publish('self', ['audio', 'video'], 3);
    const bob = await enter('Bob');
    expect(unpackConsumers(bob.answer.initial)).toHaveLength(2);
    await bob.publish('self', ['audio', 'video'], 3);
    const added = unpackConsumers(await alice.heard('consumersAdded', ({ consumers }) => consumers.length === 2));
    await alice.consume(added);
    await alice.request('updateConsumers', { consumers: added.map(({ id }) => ({ id, paused: false })) });
    expect((await rest('GET', `/v2/rooms/${room.id}`)).active_session_id).toBe(alice.answer.sessionId);
    await expect(enter('Carol')).rejects.toThrow(/room-full/);

    await rest('DELETE', `/v2/rooms/${room.id}`);
    await Promise.all([alice.closed, bob.closed]);
    expect(alice.of('disconnecting')).toMatchObject([{ reason: 'room_expired' }]);
    await receiver.received(6);
    expect(toldBy(room.id)).toEqual([
      ['video.room.session.started'],
      ['video.room.participant.joined'],
      ['video.room.participant.joined'],
      ['video.room.participant.left', 'room_expired'],
      ['video.room.participant.left', 'room_expired'],
      ['video.room.session.ended', 'room_expired'],
    ]);
  });

  it('ends in order when it is told to: people and webhooks are told, and no worker is left', async () => {
    const room = await rest('POST', '/v2/rooms', { webhook_event_url: receiver.url() });
    const { token } = await rest('POST', `/v2/rooms/${room.id}/actions/generate_join_client_token`, {});
    const alice = await TestClient.join({ url }, { roomId: room.id, token });
    const workers = execFileSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
      .map(Number);
    expect(workers).toHaveLength(1);
    child.kill('SIGTERM');
    const [[code]] = await Promise.all([once(child, 'exit'), alice.closed]);
    expect(code).toBe(0);
    expect(alice.of('disconnecting')).toMatchObject([{ reason: 'network_error' }]);
    for (const pid of workers) await gone(pid);
    expect(toldBy(room.id)).toEqual([
      ['video.room.session.started'],
      ['video.room.participant.joined'],
      ['video.room.participant.left', 'server_stopped'],
      ['video.room.session.ended', 'server_stopped'],
    ]);
  });
});

/** Resolves when there is no process of that id. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
