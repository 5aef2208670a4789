import { randomUUID } from 'node:crypto';
import type { types } from 'mediasoup';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RtpCapabilities } from '../../../src/protocol/index.ts';
import { Bans } from '../../src/rooms/Bans.ts';
import type { LiveParticipant } from '../../src/rooms/LiveParticipant.ts';
import { LiveRooms } from '../../src/rooms/LiveRooms.ts';
import { OperatorActions } from '../../src/rooms/OperatorActions.ts';
import { publishStream, updateProducer } from '../../src/rooms/publishing.ts';
import type { MediaServer, RoomMedia } from '../../src/rooms/RoomMedia.ts';
import { updateConsumers } from '../../src/rooms/subscribing.ts';
import { MediasoupServer } from '../../src/sfu/MediasoupServer.ts';
import { MediasoupTransport } from '../../src/sfu/MediasoupTransport.ts';
import { mediaCodecs } from '../../src/sfu/mediaCodecs.ts';
import type { RoomTrack } from '../../src/sfu/RoomTrack.ts';
import { workerBinary } from '../../src/sfu/workerBinary.ts';
import { FakeRecorder } from '../rooms/support/FakeRecorder.ts';
import { RecordedSessions } from '../signalling/support/RecordedSessions.ts';
import { memoryAdmissions } from '../support/memoryAdmissions.ts';

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const SSRC = 4711;
const PAYLOAD_TYPE = 111;
/** As often as Opus sends. */
const PACKET_MS = 20;
const SECOND = 1000;

let sfu: MediasoupServer;
let speaking: NodeJS.Timeout | undefined;
beforeEach(async () => {
  sfu = await MediasoupServer.start({
    size: 1,
    participantsPerWorker: 100,
    listen: [{ ip: '127.0.0.1' }],
    rtcPort: 0,
    log: SILENT,
    workerBin: workerBinary(),
  });
});
afterEach(() => {
  clearInterval(speaking);
  sfu.close();
});

/** The room's own transports on the real SFU, but into this process in place of a browser: packets can be counted. */
async function direct() {
  const heard: { at: number; consumer: types.Consumer }[] = [];
  const producers: types.Producer[] = [];
  const inRoom = new Map<string, RoomTrack>();
  const router = await sfu.workers[0]?.worker.createRouter({ mediaCodecs });
  if (!router) throw new Error('No worker runs.');
  const open = async () => {
    const transport = await router.createDirectTransport();
    transport.observer.on('newproducer', (producer) => producers.push(producer));
    transport.observer.on('newconsumer', (consumer) => {
      consumer.on('rtp', () => heard.push({ at: performance.now(), consumer }));
    });
    // It needs no handshake.
    const connected = Object.assign(transport, { dtlsState: 'connected' }) as unknown as types.WebRtcTransport;
    return new MediasoupTransport(connected, { router, listenTo: async () => {} }, inRoom);
  };
  const room: RoomMedia = {
    openTransports: () => ({ send: open(), receive: open() }),
    openTap: () => Promise.reject(new Error('Nothing is recorded in this test.')),
    close: () => router.close(),
  };
  const server: MediaServer = {
    rtpCapabilities: router.rtpCapabilities as RtpCapabilities,
    openRoom: async () => room,
  };
  return { server, heard, producers };
}

async function setUp() {
  const { server, heard, producers } = await direct();
  const rooms = new LiveRooms({
    mediaServer: server,
    records: new RecordedSessions(),
    bans: new Bans(Date.now),
    admissions: memoryAdmissions(),
    recorder: new FakeRecorder(),
    log: SILENT,
    now: Date.now,
    graceMs: 0,
    history: { messages: 0, bytes: 0 },
  });
  const roomId = randomUUID();
  const enter = async (participantId: string) => {
    const entered = rooms.enter(
      roomId,
      {
        identity: { participantId },
        grants: { publish: ['audio'], subscribe: true, message: false, moderate: false, record: false },
        canReceiveMessages: false,
        rtpCapabilities: server.rtpCapabilities,
        initialDemand: { audio: 1, video: 0 },
        onGone() {},
      },
      10,
    );
    return { ...entered, initial: (await entered.answer).initial };
  };
  const alice = await enter('alice');
  const id = await speak(alice.room, alice.participant, producers);
  const bob = await enter('bob');
  await listen(bob.participant, bob.initial.consumers);
  return { alice, bob, id, heard, enter, actions: new OperatorActions(rooms), roomId };
}

/** Publishes a microphone that sends all the time, whatever it is told. */
async function speak(
  room: Awaited<ReturnType<LiveRooms['enter']>>['room'],
  participant: LiveParticipant,
  producers: types.Producer[],
): Promise<string> {
  const id = randomUUID();
  const rtpParameters = {
    codecs: [{ mimeType: 'audio/opus', payloadType: PAYLOAD_TYPE, clockRate: 48_000, channels: 2 }],
    headerExtensions: [],
    encodings: [{ ssrc: SSRC }],
  };
  await publishStream(room, participant, {
    key: 'self',
    producers: [{ id, kind: 'audio', rtpParameters, paused: false }],
  });
  let sequence = 0;
  speaking = setInterval(() => {
    sequence += 1;
    const packet = Buffer.alloc(32);
    packet.writeUInt8(0x80, 0);
    packet.writeUInt8(PAYLOAD_TYPE, 1);
    packet.writeUInt16BE(sequence & 0xffff, 2);
    packet.writeUInt32BE((sequence * 960) >>> 0, 4);
    packet.writeUInt32BE(SSRC, 8);
    for (const producer of producers) if (!producer.closed) producer.send(packet);
  }, PACKET_MS);
  return id;
}

async function listen(participant: LiveParticipant, consumers: readonly { id: string }[]): Promise<void> {
  await updateConsumers(participant, { consumers: consumers.map(({ id }) => ({ id, paused: false })) });
}

/** Resolves with the next packet that arrives. */
async function next(heard: { at: number }[]): Promise<void> {
  const before = heard.length;
  await expect.poll(() => heard.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(before);
}

/** How long after a moment the last packet came, once nothing has come for a second. */
async function silentAfter(heard: { at: number }[], moment: number): Promise<number> {
  const last = () => heard.at(-1)?.at ?? 0;
  await expect.poll(() => performance.now() - last(), { timeout: 10_000, interval: 20 }).toBeGreaterThan(SECOND);
  return last() - moment;
}

it('packets of somebody who is muted stop within a second, in spite of the sender, and come again after unmuting', async () => {
  const { alice, id, heard, actions, roomId } = await setUp();
  await next(heard);
  const muted = performance.now();
  await actions.mute(roomId, { participants: ['alice'] }, ['audio']);
  expect(await silentAfter(heard, muted)).toBeLessThan(SECOND);

  // The sender insists: the track that is "on" is turned off and on again.
  await updateProducer(alice.room, alice.participant, { id, paused: true });
  const insisted = updateProducer(alice.room, alice.participant, { id, paused: false });
  await expect(insisted).rejects.toMatchObject({ code: 'censored' });
  const count = heard.length;
  await silentAfter(heard, muted);
  expect(heard).toHaveLength(count);

  await actions.unmute(roomId, { participants: ['alice'] }, ['audio']);
  await updateProducer(alice.room, alice.participant, { id, paused: false });
  await next(heard);
});

it('who comes later hears nothing of somebody who is muted, and hears it after unmuting', async () => {
  const { heard, enter, actions, roomId } = await setUp();
  await actions.mute(roomId, { participants: ['alice'] }, ['audio']);
  const carol = await enter('carol');
  expect(carol.initial.consumers).toHaveLength(1);
  await listen(carol.participant, carol.initial.consumers);
  const ofCarol = () => heard.filter(({ consumer }) => consumer.id === carol.initial.consumers[0]?.id);
  await silentAfter(heard, 0);
  expect(ofCarol()).toEqual([]);
  await actions.unmute(roomId, { participants: ['alice'] }, ['audio']);
  await expect.poll(() => ofCarol().length, { timeout: 10_000 }).toBeGreaterThan(0);
});

it.each([
  ['the publisher may not publish', { publish: [] }, 'alice'],
  ['the receiver may not receive', { subscribe: false }, 'bob'],
] as const)('packets stop within a second when %s any more', async (_what, grants, id) => {
  const { heard, actions, roomId } = await setUp();
  await next(heard);
  const changed = performance.now();
  await actions.changeGrants(roomId, { participants: [id] }, structuredClone(grants) as object);
  expect(await silentAfter(heard, changed)).toBeLessThan(SECOND);
});
