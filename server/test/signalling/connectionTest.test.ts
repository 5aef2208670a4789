import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '../../../src/protocol/index.ts';
import { ConnectionTests, defaultTestLimits } from '../../src/connectionTests/ConnectionTests.ts';
import type { ProbeMedia, ProbeTransport } from '../../src/connectionTests/ProbeMedia.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';

describe('the endpoint of connection tests', () => {
  let server: LiveServer;
  beforeAll(async () => {
    server = await startLiveServer();
  });
  afterAll(() => server.close());

  async function act(action: string, data: object): Promise<{ status: number; body: Record<string, never> }> {
    const body = JSON.stringify({ version: PROTOCOL_VERSION, action, data });
    const response = await fetch(`${server.url}/v2/rtc/test`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  }
  const code = ({ body }: { body: { error?: { code: string } } }) => body.error?.code;

  it('gives transports to who has a token, in no room and seen by nobody, and takes them back', async () => {
    const roomId = server.createRoom();
    const testId = randomUUID();
    const token = await server.token({ roomId });
    expect((await act('start', { testId, token })).body).toMatchObject({ maxBytes: defaultTestLimits.maxBytes });
    const { body: info } = await act('open', { testId });
    expect(info).toMatchObject({ sctpParameters: { port: expect.any(Number) } });
    const protocols = (info.iceCandidates as unknown as { protocol: string }[]).map(({ protocol }) => protocol);
    expect(protocols.sort()).toEqual(['tcp', 'udp']);
    const { id: transportId } = info;
    const sctpStreamParameters = { streamId: 1, ordered: true };
    expect((await act('produce', { testId, transportId, sctpStreamParameters })).body).toMatchObject({
      id: expect.any(String),
    });
    expect((await act('consume', { testId, transportId })).body).toMatchObject({ sctpStreamParameters: {} });
    expect((await act('received', { testId, transportId })).body).toMatchObject({ bytes: 0 });
    expect(server.gauge('parlour_connection_tests')).toBe(1);
    expect(server.gauge('parlour_rooms')).toBe(0);
    expect(server.gauge('parlour_participants')).toBe(0);
    expect(server.gauge('parlour_transports')).toBe(0);

    await act('end', { testId });
    expect(server.gauge('parlour_connection_tests')).toBe(0);
    expect(code(await act('open', { testId }))).toBe('not-connected');
    expect((await act('end', { testId })).status).toBe(200);
  });

  it('gives nothing without a good token', async () => {
    const roomId = server.createRoom();
    const testId = randomUUID();
    expect(code(await act('start', { testId, token: 'x' }))).toBe('token-invalid');
    expect(code(await act('start', { testId, token: await server.refreshToken({ roomId }) }))).toBe('not-allowed');
    expect(code(await act('start', { testId, token: await server.token({ roomId: randomUUID() }) }))).toBe(
      'room-not-found',
    );
    for (const action of ['open', 'end']) {
      const { status } = await act(action, { testId });
      expect(status).toBe(action === 'end' ? 200 : 409);
    }
    expect(server.gauge('parlour_connection_tests')).toBe(0);
  });

  it('is not bothered by nonsense', async () => {
    expect(code(await act('constructor', {}))).toBe('bad-request');
    expect(code(await act('open', { testId: 'no uuid' }))).toBe('bad-request');
    const flood = { testId: randomUUID(), transportId: 'x', durationMs: 1e9 };
    expect(code(await act('flood', flood))).toBe('bad-request');
    const body = JSON.stringify({ version: 999, action: 'start', data: {} });
    const other = await fetch(`${server.url}/v2/rtc/test`, { method: 'POST', body });
    expect(other.status).toBe(409);
  });

  it('ends the earlier test of the same person', async () => {
    const roomId = server.createRoom();
    const token = await server.token({ roomId, id: 'ada' });
    const [first, second] = [randomUUID(), randomUUID()];
    await act('start', { testId: first, token });
    await act('start', { testId: second, token });
    expect(code(await act('open', { testId: first }))).toBe('not-connected');
    expect(server.gauge('parlour_connection_tests')).toBe(1);
    await act('end', { testId: second });
  });
});

describe('connection tests', () => {
  afterEach(() => void vi.useRealTimers());

  /** Tests whose media counts, and of which each transport has received what `received` says. */
  function setUp(limits: Partial<typeof defaultTestLimits> = {}) {
    vi.useFakeTimers();
    let opened = 0;
    let closed = 0;
    const received = { bytes: 0 };
    const floods: number[] = [];
    const media: ProbeMedia = {
      openTransport: async () => {
        const transport: Partial<ProbeTransport> = {
          info: { id: randomUUID() } as ProbeTransport['info'],
          received: async () => received.bytes,
          flood: async (maxBytes) => {
            floods.push(maxBytes);
            return Math.min(maxBytes, 600);
          },
        };
        return transport as ProbeTransport;
      },
      close: () => {
        closed += 1;
      },
    };
    const openProbe = async () => {
      opened += 1;
      return media;
    };
    const tests = new ConnectionTests({ openProbe }, { ...defaultTestLimits, ...limits });
    return { tests, received, floods, left: () => opened - closed };
  }

  it('end by themselves, and leave nothing', async () => {
    const { tests, left } = setUp();
    tests.start('a', 'ada');
    await tests.open('a');
    await vi.advanceTimersByTimeAsync(defaultTestLimits.lifetimeMs - 1);
    expect(tests.count).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect([tests.count, left(), vi.getTimerCount()]).toEqual([0, 0, 0]);
  });

  it('are limited in number and transports', async () => {
    const { tests, left } = setUp({ tests: 2, transportsPerTest: 2 });
    tests.start('a', 'ada');
    tests.start('b', 'bob');
    expect(() => tests.start('c', 'carol')).toThrowError(expect.objectContaining({ code: 'too-many-requests' }));
    expect(() => tests.start('a', 'dan')).toThrowError(expect.objectContaining({ code: 'bad-request' }));
    await Promise.all([tests.open('a'), tests.open('a')]);
    await expect(tests.open('a')).rejects.toMatchObject({ code: 'too-many-requests' });
    tests.close();
    await vi.advanceTimersByTimeAsync(0);
    expect([tests.count, left(), vi.getTimerCount()]).toEqual([0, 0, 0]);
  });

  it('are limited in bytes, both ways', async () => {
    const { tests, received, floods } = setUp({ maxBytes: 1_000 });
    tests.start('a', 'ada');
    const { id: transportId } = await tests.open('a');
    const flood = () => tests.flood({ testId: 'a', transportId, durationMs: 1 });
    expect(await flood()).toEqual({ bytes: 600 });
    expect(await flood()).toEqual({ bytes: 400 });
    await expect(flood()).rejects.toMatchObject({ code: 'too-many-requests' });
    expect(floods).toEqual([1_000, 400]);
    received.bytes = 2_001;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tests.count).toBe(0);
  });
});
