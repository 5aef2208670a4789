import { describe, expect, it } from 'vitest';
import type { ConnectionProbes, OpenWay } from '../../../../src/engine/connectionTest/ConnectionProbes.ts';
import { type ConnectionTestReport, testConnection } from '../../../../src/engine/index.ts';
import { roomError } from '../../../../src/errors/index.ts';
import { clientToken } from '../../../../src/testing/clientToken.ts';
import { FakeDevices } from '../../../../src/testing/media/FakeDevices.ts';
import { rejectionCode } from '../../../support/engine/rejectionCode.ts';

/** Surroundings in which all is well, unless a test says otherwise; they count what is left open. */
function setUp(
  change: Partial<ConnectionProbes> = {},
  ways: Partial<Record<string, Partial<OpenWay> | 'closed'>> = {},
) {
  const devices = new FakeDevices();
  const left = { ways: 0, sessions: 0 };
  const opened: string[] = [];
  let hasTurn = false;
  const probes: ConnectionProbes = {
    devices,
    microphoneLevel: async () => 0.4,
    cameraFrames: async () => ({ width: 640, height: 360, framesPerSecond: 30 }),
    http: async () => 20,
    webSocket: async () => 30,
    now: () => 0,
    begin: async () => {
      left.sessions += 1;
      return {
        maxBytes: 1_000,
        get hasTurn() {
          return hasTurn;
        },
        open: async (direction, way) => {
          const own = ways[way];
          if (own === 'closed') throw roomError('unreachable', `no ${way}`);
          opened.push(`${way} ${direction}`);
          left.ways += 1;
          return {
            path: async () => ({ roundTripTime: 40, protocol: way }),
            upload: async () => ({ bytes: 500, bitrate: 2_000_000 }),
            download: async () => ({ bytes: 900, bitrate: 3_000_000 }),
            ...own,
            close: () => {
              left.ways -= 1;
            },
          };
        },
        end: async () => {
          left.sessions -= 1;
        },
      };
    },
    ...change,
  };
  return {
    devices,
    left,
    opened,
    nothingLeft: () => [devices.live.length, left.ways, left.sessions],
    run: (options: Partial<Parameters<typeof testConnection>[0]> = {}) =>
      testConnection({ clientToken: clientToken(), probes, ...options }),
    withTurn: () => {
      hasTurn = true;
    },
  };
}

const results = ({ parts }: ConnectionTestReport) =>
  Object.fromEntries(Object.entries(parts).map(([part, { result }]) => [part, result]));

describe('a connection test', () => {
  it('passes where all is well, measures each part, and leaves nothing open', async () => {
    const test = setUp();
    const told: ConnectionTestReport[] = [];
    const report = await test.run({ onProgress: (progress) => told.push(progress) });
    expect(report.result).toBe('pass');
    expect(results(report)).toEqual({
      microphone: 'pass',
      camera: 'pass',
      signalling: 'pass',
      udp: 'pass',
      tcp: 'pass',
      turn: 'skipped',
      upload: 'pass',
      download: 'pass',
    });
    expect(report.parts.microphone?.values).toMatchObject({ level: 0.4 });
    expect(report.parts.camera?.values).toMatchObject({ width: 640, framesPerSecond: 30 });
    expect(report.parts.signalling?.values).toEqual({ http: 20, webSocket: 30 });
    expect(report.parts.udp?.values).toEqual({ connectTime: 0, roundTripTime: 40 });
    expect(report.parts.download?.values).toEqual({ bytes: 900, bitrate: 3_000_000, way: 'udp' });
    expect(told.map(({ result }) => result)).toEqual(Array(8).fill('running'));
    expect(Object.keys(told.at(-1)?.parts ?? {})).toHaveLength(8);
    expect(test.nothingLeft()).toEqual([0, 0, 0]);
  });

  it('says that UDP is blocked, and measures by TCP then', async () => {
    const test = setUp({}, { udp: 'closed' });
    const report = await test.run();
    expect(report.result).toBe('warn');
    expect(report.parts.udp).toMatchObject({ result: 'fail', reason: 'no udp' });
    expect(report.parts.tcp?.result).toBe('pass');
    expect(report.parts.upload?.values.way).toBe('tcp');
    expect(test.opened).toEqual(['tcp up', 'tcp up', 'tcp down']);
  });

  it('fails where there is no way at all, and skips what needs one', async () => {
    const test = setUp({}, { udp: 'closed', tcp: 'closed', turn: 'closed' });
    test.withTurn();
    const report = await test.run();
    expect(report.result).toBe('fail');
    expect(results(report)).toMatchObject({ turn: 'fail', upload: 'skipped', download: 'skipped' });
  });

  it('fails without signalling, and says why', async () => {
    const refused = () => Promise.reject(roomError('room-full', 'refused for a reason'));
    expect(await setUp({ webSocket: refused }).run()).toMatchObject({
      result: 'fail',
      parts: { signalling: { result: 'fail', reason: 'refused for a reason', values: { http: 20 } } },
    });
    const unallowed = await setUp({ begin: refused }).run();
    expect(unallowed.parts.udp).toMatchObject({ result: 'fail', reason: 'refused for a reason' });
    const tokenSource = () => Promise.reject(roomError('unreachable', 'no backend'));
    const tokenless = await setUp().run({ clientToken: undefined as never, tokenSource });
    expect(tokenless.parts.signalling).toMatchObject({ result: 'fail', reason: 'no backend' });
  });

  it('warns of what is not good: silence, long ways, little throughput', async () => {
    const slow = { path: async () => ({ roundTripTime: 500, protocol: 'udp' }) };
    const test = setUp(
      { microphoneLevel: async () => 0 },
      {
        udp: {
          ...slow,
          upload: async () => ({ bytes: 1, bitrate: 300_000 }),
          download: async () => ({ bytes: 1, bitrate: 1_000 }),
        },
      },
    );
    const report = await test.run();
    expect(report.result).toBe('warn');
    expect(results(report)).toMatchObject({ microphone: 'warn', udp: 'warn', upload: 'warn', download: 'fail' });
    expect(report.parts.upload?.reason).toContain('300 kbit/s');
  });

  it('tells what is wrong with the devices', async () => {
    const test = setUp({ cameraFrames: async () => ({ width: 0, height: 0, framesPerSecond: 0 }) });
    test.devices.fail('microphone', 'device-permission-denied');
    const report = await test.run({ parts: ['microphone', 'camera'] });
    expect(results(report)).toEqual({ microphone: 'fail', camera: 'fail' });
    expect(test.opened).toEqual([]);
    expect(test.devices.live).toEqual([]);
  });

  it('can be called off at any moment, and leaves nothing open then either', async () => {
    for (const moment of ['microphone', 'signalling', 'udp', 'upload'] as const) {
      const test = setUp();
      const abort = new AbortController();
      const onProgress = ({ parts }: ConnectionTestReport) => {
        if (parts[moment]) abort.abort();
      };
      expect(await rejectionCode(test.run({ signal: abort.signal, onProgress }))).toBe('aborted');
      expect(test.nothingLeft()).toEqual([0, 0, 0]);
    }
    expect(await rejectionCode(setUp().run({ signal: AbortSignal.abort() }))).toBe('aborted');
  });
});
