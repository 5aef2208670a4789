import { describe, expect, it } from 'vitest';
import { connectionQualityOf } from '../../../src/engine/connectionQualityOf.ts';
import type { NetworkMetrics, QualityLevel, StreamStats } from '../../../src/engine/index.ts';
import { audioTrack } from '../../../src/testing/media/FakeTrack.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';
import { receiving, sending } from '../../support/media/reports.ts';

/** A room with Ada, who is received, and our own microphone in it. */
async function setUp() {
  const server = new FakeRoomServer();
  server.room.enter({ id: 'ada', streams: [{}] });
  const test = createTestRoom(server, { initialDemand: { audio: 1, video: 1 } });
  const { room, clock, media } = test;
  await room.connect();
  const track = audioTrack();
  await room.addStream('self', { audio: track });
  await room.addSubscription('ada', 'self', { audio: true, video: true });
  await clock.frame();
  /** Of what we send: what we receive is read while a video flows, to see whether it freezes. */
  let reads = 0;
  const reading = (direction: 'send' | 'recv', getStats: () => Promise<RTCStatsReport>) => {
    const transport = media.transports.find((one) => one.direction === direction);
    if (!transport) throw new Error(`no ${direction} transport`);
    transport.getStats = () => {
      if (direction === 'send') reads += 1;
      return getStats();
    };
  };
  const nothing = async () => new Map() as unknown as RTCStatsReport;
  reading('send', nothing);
  reading('recv', nothing);
  const tell = async (participants: [string, QualityLevel][], more: object = {}) => {
    const data = { participants, producers: [], consumers: [], ...more };
    server.connectionOf().notify({ method: 'qualityChanged', data });
    await settled();
  };
  const qualityOf = (id: string) => connectionQualityOf(room.getState(), id);
  const reports: NetworkMetrics[] = [];
  room.on('network_metrics_report', (metrics) => reports.push(metrics));
  const videoId = () => room.getParticipantStream('ada', 'self')?.videoTrack?.id as string;
  return { ...test, server, track, reading, tell, qualityOf, reports, videoId, reads: () => reads };
}

const lossy = (lost: number) => (second: number) => ({
  packetsReceived: second * 100,
  bytesReceived: second * 100_000,
  packetsLost: second * lost,
  framesDecoded: second * 30,
});

describe('what the SFU tells of connections', () => {
  it('is in the state by level, and its topic alone tells of it', async () => {
    const { room, tell, qualityOf } = await setUp();
    const topics: string[] = [];
    room.subscribeChanges((_, changed) => topics.push(...changed));
    const { participants, streams } = room.getState();
    await tell([['ada', 2]]);
    expect(qualityOf('ada')).toBe(2);
    await tell([['ada', 2]]);
    expect(topics).toEqual(['quality:ada']);
    expect(room.getState().participants).toBe(participants);
    expect(room.getState().streams).toBe(streams);
  });

  it('is of ourselves the worst of what we send and what we receive', async () => {
    const { tell, qualityOf } = await setUp();
    await tell([['me', 4]]);
    expect(qualityOf('me')).toBe(4);
    await tell([], { receiving: 1 });
    expect(qualityOf('me')).toBe(1);
    await tell([['me', 0]], { receiving: 5 });
    expect(qualityOf('me')).toBe(0);
  });

  it('goes with the person, and with the connection', async () => {
    const { room, server, tell } = await setUp();
    await tell([
      ['ada', 2],
      ['me', 3],
    ]);
    server.room.leave('ada', 'left');
    await settled();
    expect([...room.getState().connectionQualities.keys()]).toEqual(['me']);
    await room.disconnect();
    expect(room.getState().connectionQualities.size).toBe(0);
  });

  it('is the worst for ourselves while the connection is mended, and then what it was', async () => {
    const { server, tell, qualityOf } = await setUp();
    await tell([['me', 4]]);
    server.connectionOf().interrupt('a test', 1);
    await settled();
    expect(qualityOf('me')).toBe(0);
    server.connectionOf().resume();
    await settled();
    expect(qualityOf('me')).toBe(4);
  });

  it('of a connection made anew begins anew', async () => {
    const { room, server, clock, tell, qualityOf } = await setUp();
    await tell([['ada', 1]]);
    server.lose();
    await clock.advance(1_000);
    expect(room.getState().status).toBe('connected');
    expect(qualityOf('ada')).toBe(5);
  });
});

describe('our own connection', () => {
  it('is read only while somebody asks, once for all, and its level falls at once and rises later', async () => {
    const { room, clock, reading, track, qualityOf, reads } = await setUp();
    let loss = 0;
    let lost = 0;
    const counters = (second: number) => {
      lost += loss;
      return { packetsSent: second * 50, bytesSent: second * 4_000, packetsLost: lost };
    };
    reading('send', sending(track.id, 'audio', counters));
    await clock.advance(5_000);
    expect(reads()).toBe(0);

    const undo = [room.stats.watchConnection(), room.stats.watchConnection()];
    await clock.advance(1_500);
    expect(reads()).toBe(2);
    expect(qualityOf('me')).toBe(5);
    loss = 5;
    await clock.advance(1_000);
    expect(qualityOf('me')).toBe(2);
    loss = 0;
    await clock.advance(4_000);
    expect(qualityOf('me')).toBe(2);
    await clock.advance(3_000);
    expect(qualityOf('me')).toBe(5);

    for (const end of undo) end();
    const before = reads();
    await clock.advance(5_000);
    expect(reads()).toBe(before);
  });

  it('is what the SFU tells again, when nobody asks any more', async () => {
    const { room, clock, reading, track, tell, qualityOf } = await setUp();
    reading(
      'send',
      sending(track.id, 'audio', (second) => ({ packetsSent: second * 50, packetsLost: second * 25 })),
    );
    const undo = room.stats.watchConnection();
    await clock.advance(2_500);
    expect(qualityOf('me')).toBe(0);
    await tell([['me', 4]]);
    expect(qualityOf('me')).toBe(0);
    undo();
    expect(qualityOf('me')).toBe(4);
  });
});

describe('how a stream goes', () => {
  it('is told each second while somebody watches it', async () => {
    const { room, clock, reading, videoId } = await setUp();
    reading('recv', receiving(videoId(), 'video', lossy(5)));
    const heard: StreamStats[] = [];
    const undo = room.stats.watchStream('ada', 'self', (stats) => heard.push(stats));
    await clock.advance(2_500);
    expect(heard).toHaveLength(3);
    expect(heard[0]).toMatchObject({ participantId: 'ada', key: 'self', direction: 'inbound', video: null });
    expect(heard[2]?.audio).toBeNull();
    expect(heard[2]?.video).toMatchObject({ bitrate: 800_000, framesPerSecond: 30, quality: 4 });
    undo();
    await clock.advance(5_000);
    expect(heard).toHaveLength(3);
  });

  it('can be asked for before the connection, and goes on after another one', async () => {
    const server = new FakeRoomServer();
    const { room, clock } = createTestRoom(server);
    const heard: StreamStats[] = [];
    room.stats.watchStream('me', 'self', (stats) => heard.push(stats));
    await clock.advance(5_000);
    expect(heard).toEqual([]);
    await room.connect();
    await clock.advance(500);
    expect(heard.at(-1)?.direction).toBe('outbound');
    const before = heard.length;
    server.lose();
    await clock.advance(3_000);
    expect(heard.length).toBeGreaterThan(before);
    await room.disconnect();
    expect(clock.waiting).toBe(0);
  });
});

describe('network metrics', () => {
  it('come every two seconds for those for whom they are enabled, and then no more', async () => {
    const { room, clock, tell, reports, reads } = await setUp();
    await clock.advance(10_000);
    expect(reports).toEqual([]);
    await room.enableNetworkMetricsReport(['ada', 'nobody']);
    await tell([['ada', 3]]);
    await clock.advance(4_000);
    expect(reports).toEqual([{ ada: { connectionQuality: 3 } }, { ada: { connectionQuality: 3 } }]);
    await room.disableNetworkMetricsReport(['ada', 'nobody']);
    await clock.advance(10_000);
    expect(reports).toHaveLength(2);
    // What the SFU tells of others costs no reading: there were two for the history.
    expect(reads()).toBe(2);
  });

  it('have the streams where they are wanted, by key, kind and direction', async () => {
    const { room, clock, reading, reports, track, videoId } = await setUp();
    reading('recv', receiving(videoId(), 'video', lossy(11)));
    reading(
      'send',
      sending(track.id, 'audio', (second) => ({ packetsSent: second * 50, packetsLost: second })),
    );
    await room.enableNetworkMetricsReport(['ada', 'me'], { includeStreams: true });
    await clock.advance(2_000);
    expect(reports[0]?.ada).toEqual({
      connectionQuality: 5,
      streams: new Map([
        ['self', { audio: { direction: 'inbound', quality: 5 }, video: { direction: 'inbound', quality: 3 } }],
      ]),
    });
    expect(reports[0]?.me?.streams?.get('self')).toEqual({
      audio: { direction: 'outbound', quality: 4 },
      // It has none.
      video: { direction: 'outbound', quality: 5 },
    });
    // The worse of both directions.
    expect(reports[0]?.me?.connectionQuality).toBe(3);
  });

  it('call video that should flow and does not as bad as can be, and paused video without fault', async () => {
    const { room, clock, reading, reports, videoId } = await setUp();
    reading(
      'recv',
      receiving(videoId(), 'video', () => ({ packetsReceived: 100, bytesReceived: 1, framesDecoded: 3 })),
    );
    const quality = () => reports.at(-1)?.ada?.streams?.get('self')?.video.quality;
    await room.enableNetworkMetricsReport(['ada'], { includeStreams: true });
    await clock.advance(2_000);
    expect(quality()).toBe(0);
    await room.updateSubscription('ada', 'self', { audio: true, video: false });
    // It came with the join, and is paused when nobody has asked for it in time.
    await clock.advance(8_000);
    expect(quality()).toBe(5);
  });

  it('say what the SFU knows of a single stream', async () => {
    const { room, clock, server, tell, reports } = await setUp();
    const video = server.room.participants.get('me')?.consumerOf('ada', 'video');
    await tell([], { consumers: [[video?.id as string, 2]] });
    await room.enableNetworkMetricsReport(['ada'], { includeStreams: true });
    await clock.advance(2_000);
    expect(reports[0]?.ada?.streams?.get('self')?.video.quality).toBe(2);
    await room.disableNetworkMetricsReport();
    await clock.advance(5_000);
    expect(reports).toHaveLength(1);
  });

  it('go on after a reconnection, and leave nothing behind at the end', async () => {
    const { room, clock, server, reports } = await setUp();
    await room.enableNetworkMetricsReport(['me'], { includeStreams: true });
    server.lose();
    await clock.advance(5_000);
    expect(reports.length).toBeGreaterThan(0);
    await room.disconnect();
    expect(clock.waiting).toBe(0);
    const { length } = reports;
    await clock.advance(10_000);
    expect(reports).toHaveLength(length);
  });
});
