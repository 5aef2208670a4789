import { randomUUID } from 'node:crypto';
import { observer, type types } from 'mediasoup';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AudioVolume, MediaConsumer, MediaTransport, RoomMedia } from '../../src/rooms/RoomMedia.ts';
import { MediasoupServer } from '../../src/sfu/MediasoupServer.ts';
import { workerBinary } from '../../src/sfu/workerBinary.ts';
import { audioPacket, audioParameters, videoPacket, videoParameters } from './support/rtp.ts';

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const FRAME_MS = 20;

let sfu: MediasoupServer;
let room: RoomMedia;
/** By the pid of its worker, all that are open. */
const pipes = new Map<string, { worker: number; consumer: types.Consumer }>();
/** What mediasoup sends, by the ids of consumers: the SSRCs of packets that came, in order. */
const arrived = new Map<string, Buffer[]>();
const tracks = new Map<string, types.Producer>();
const sending = new Set<NodeJS.Timeout>();
const volumes: AudioVolume[][] = [];
const dominant: string[] = [];

/**
 * Transports into this process in place of those into browsers: they need no handshake, and packets can be counted.
 * Routers, pipes and workers are as they are.
 */
function directTransports(worker: types.Worker): void {
  worker.observer.on('newrouter', (router: types.Router) => {
    router.createWebRtcTransport = (async () => {
      const transport = await router.createDirectTransport();
      transport.observer.on('newproducer', (producer) => tracks.set(producer.id, producer));
      transport.observer.on('newconsumer', (consumer) => {
        arrived.set(consumer.id, []);
        consumer.on('rtp', (packet: Buffer) => arrived.get(consumer.id)?.push(packet));
      });
      return Object.assign(transport, { dtlsState: 'connected' });
    }) as never;
    router.observer.on('newtransport', (transport: types.Transport) => {
      if (transport.type !== 'pipe') return;
      transport.observer.on('newconsumer', (consumer: types.Consumer) => {
        pipes.set(consumer.id, { worker: worker.pid, consumer });
        consumer.observer.once('close', () => pipes.delete(consumer.id));
      });
    });
  });
}

beforeEach(async () => {
  observer.on('newworker', directTransports);
  sfu = await MediasoupServer.start({
    size: 2,
    participantsPerWorker: 2,
    listen: [{ ip: '127.0.0.1' }],
    rtcPort: 0,
    log: SILENT,
    workerBin: workerBinary(),
  });
  room = await sfu.openRoom({
    dominantSpeaker: (producerId) => void dominant.push(producerId),
    audioVolumes: (heard) => void volumes.push([...heard]),
  });
});

afterEach(() => {
  for (const timer of sending) clearInterval(timer);
  sending.clear();
  room.close();
  sfu.close();
  observer.off('newworker', directTransports);
  for (const list of [volumes, dominant]) list.length = 0;
  for (const map of [pipes, arrived, tracks]) map.clear();
});

interface TestPerson {
  send: MediaTransport;
  receive: MediaTransport;
  lost: number;
}

/** Two of them fit on one worker. */
async function enter(): Promise<TestPerson> {
  const person = { lost: 0 };
  const { send, receive } = room.openTransports(() => {
    person.lost += 1;
  });
  return Object.assign(person, { send: await send, receive: await receive });
}

async function enterAll<N extends number>(count: N): Promise<TestPerson[] & { length: N }> {
  const people: TestPerson[] = [];
  for (let index = 0; index < count; index += 1) people.push(await enter());
  return people as TestPerson[] & { length: N };
}

/** A microphone that sends all the time, as loud as it is set. */
async function speak({ send }: TestPerson, ssrc: number) {
  const id = randomUUID();
  const media = await send.produce({ id, kind: 'audio', rtpParameters: audioParameters(ssrc), paused: false });
  const voice = { id, media, dBov: -20 };
  let sequence = 0;
  const timer = setInterval(() => {
    sequence += 1;
    const track = tracks.get(id);
    if (track && !track.closed) track.send(audioPacket(ssrc, sequence, voice.dBov));
  }, FRAME_MS);
  sending.add(timer);
  return voice;
}

/** A camera that makes a key frame of a layer when it is asked for one of it. */
async function film({ send }: TestPerson, ssrcs: readonly number[]) {
  const id = randomUUID();
  const media = await send.produce({ id, kind: 'video', rtpParameters: videoParameters(ssrcs), paused: false });
  const asked: number[] = [];
  const due = new Set<number>();
  tracks.get(id)?.on('trace', ({ type, info }) => {
    if (type !== 'pli') return;
    const { ssrc } = info as { ssrc: number };
    asked.push(ssrc);
    due.add(ssrc);
  });
  let sequence = 0;
  const timer = setInterval(() => {
    sequence += 1;
    const track = tracks.get(id);
    if (!track || track.closed) return;
    for (const ssrc of ssrcs) track.send(videoPacket(ssrc, sequence, due.delete(ssrc)));
  }, FRAME_MS);
  sending.add(timer);
  return { id, media, asked };
}

async function consume({ receive }: TestPerson, producerId: string, spatialLayer?: number): Promise<MediaConsumer> {
  return receive.consume({
    producerId,
    rtpCapabilities: sfu.rtpCapabilities,
    paused: false,
    ...(spatialLayer !== undefined && { preferredLayers: { spatialLayer } }),
    onLayersChange: (layers) => layers && layersOf.set(producerId, layers.spatialLayer),
  });
}
const layersOf = new Map<string, number>();

async function flows({ id }: MediaConsumer): Promise<void> {
  const before = arrived.get(id)?.length ?? 0;
  await expect.poll(() => arrived.get(id)?.length ?? 0, { timeout: 10_000, interval: 10 }).toBeGreaterThan(before + 3);
}

/** Nothing has come while a packet that was sent after the last change went all the way to somebody else. */
async function isStill({ id }: MediaConsumer, beside: MediaConsumer): Promise<void> {
  await flows(beside);
  const before = arrived.get(id)?.length;
  await flows(beside);
  expect(arrived.get(id)?.length).toBe(before);
}

const roomsOnWorkers = () => sfu.workers.map(({ rooms }) => rooms);
const until = (condition: () => boolean) => expect.poll(condition, { timeout: 10_000, interval: 10 }).toBe(true);

describe('a room that is too large for a worker', () => {
  it('goes on on another, and gives it back when nobody is left there', async () => {
    const [ada, ...others] = await enterAll(2);
    expect(roomsOnWorkers()).toEqual([1, 0]);
    const third = await enter();
    expect(roomsOnWorkers()).toEqual([1, 1]);
    for (const transport of [third.receive, third.send]) transport.close();
    await until(() => roomsOnWorkers().join() === '1,0');
    // There is room for one on the first now.
    for (const { send, receive } of others) for (const transport of [send, receive]) transport.close();
    await enter();
    expect(roomsOnWorkers()).toEqual([1, 0]);
    await expect(speak(ada as TestPerson, 1)).resolves.toBeDefined();
  });

  it('takes everybody all the same when there is no other worker', async () => {
    const people = await enterAll(6);
    const { id } = await speak(people[0] as TestPerson, 1);
    const consumers = await Promise.all(people.slice(1).map((person) => consume(person, id)));
    await Promise.all(consumers.map(flows));
    expect(roomsOnWorkers()).toEqual([1, 1]);
  });

  it('pipes what is consumed on another worker, once, and no longer than that', async () => {
    const [ada, beside, carol, dan] = (await enterAll(4)) as [TestPerson, TestPerson, TestPerson, TestPerson];
    const { id } = await speak(ada, 1);
    await flows(await consume(beside, id));
    expect(pipes.size).toBe(0);
    const [ofCarol, ofDan] = await Promise.all([consume(carol, id), consume(dan, id)]);
    await Promise.all([flows(ofCarol), flows(ofDan)]);
    expect(pipes.size).toBe(1);
    ofCarol.close();
    await flows(ofDan);
    expect(pipes.size).toBe(1);
    ofDan.close();
    await until(() => pipes.size === 0);
    const again = consume(carol, id);
    await flows(await again);
    expect(pipes.size).toBe(1);
    carol.receive.close();
    await until(() => pipes.size === 0);
    await flows(await consume(dan, id));
    ada.send.close();
    await until(() => pipes.size === 0);
    await expect(consume(dan, id)).rejects.toThrow('There is no producer');
  });

  it('keeps a pipe that is let go of and taken again before it is there', async () => {
    const [ada, , carol, dan] = (await enterAll(4)) as [TestPerson, TestPerson, TestPerson, TestPerson];
    const { id } = await speak(ada, 1);
    const first = consume(carol, id).then((consumer) => consumer.close());
    const second = consume(dan, id);
    await first;
    await flows(await second);
    (await second).close();
    const [third] = await Promise.all([consume(carol, id), until(() => pipes.size === 1)]);
    await flows(third);
  });

  it('stops and starts over pipes what its sender turns off and on', async () => {
    const [ada, beside, carol] = (await enterAll(3)) as [TestPerson, TestPerson, TestPerson];
    const [voice, other] = await Promise.all([speak(ada, 1), speak(ada, 2)]);
    const heard = await consume(carol, voice.id);
    const control = await consume(carol, other.id);
    const near = await consume(beside, voice.id);
    await Promise.all([flows(heard), flows(near)]);
    await voice.media.setPaused(true);
    await isStill(heard, control);
    await voice.media.setPaused(false);
    await flows(heard);
    await heard.setPaused(true);
    await isStill(heard, control);
    await flows(near);
    await heard.setPaused(false);
    await flows(heard);
  });

  it('asks for key frames and chooses layers over pipes', async () => {
    const [ada, , carol, dan] = (await enterAll(4)) as [TestPerson, TestPerson, TestPerson, TestPerson];
    const camera = await film(ada, [10, 11]);
    const small = await consume(carol, camera.id, 0);
    await flows(small);
    expect(camera.asked).toContain(10);
    const large = await consume(dan, camera.id, 1);
    await flows(large);
    await until(() => layersOf.get(camera.id) === 1);
    expect(camera.asked).toContain(11);
    await small.setPreferredLayers({ spatialLayer: 1 });
    await flows(small);
    const before = camera.asked.length;
    await large.requestKeyFrame();
    await until(() => camera.asked.length > before);
    await camera.media.setPaused(true);
    await camera.media.setPaused(false);
    await Promise.all([flows(small), flows(large)]);
  });

  it('hears all of its people as one', async () => {
    const [ada, , carol] = (await enterAll(3)) as [TestPerson, TestPerson, TestPerson];
    const [near, far] = await Promise.all([speak(ada, 1), speak(carol, 2)]);
    near.dBov = -20;
    far.dBov = -100;
    await until(() => dominant.at(-1) === near.id);
    far.dBov = -30;
    await until(() => volumes.at(-1)?.length === 2);
    expect(volumes.at(-1)?.map(({ producerId }) => producerId)).toEqual([near.id, far.id]);
    near.dBov = -100;
    await until(() => dominant.at(-1) === far.id);
    expect(volumes.at(-1)?.map(({ producerId }) => producerId)).toEqual([far.id]);
    far.dBov = -100;
    await until(() => volumes.at(-1)?.length === 0);
  });

  it('loses with a worker only the people on it, who can come again at once', async () => {
    const [ada, beside, carol, dan] = (await enterAll(4)) as [TestPerson, TestPerson, TestPerson, TestPerson];
    const [near, far] = await Promise.all([speak(ada, 1), speak(carol, 2)]);
    const ofAda = await consume(dan, near.id);
    const ofCarol = await consume(beside, far.id);
    await Promise.all([flows(ofAda), flows(ofCarol)]);
    const other = sfu.workers[1]?.worker;
    process.kill(other?.pid ?? 0, 'SIGSTOP');
    // The pipe's other end is told of this, and can't answer any more.
    await near.media.setPaused(true);
    process.kill(other?.pid ?? 0, 'SIGKILL');
    await until(() => carol.lost + dan.lost === 2);
    await near.media.setPaused(false);
    expect([ada.lost, beside.lost]).toEqual([0, 0]);
    await flows(await consume(beside, near.id));
    await expect(consume(beside, far.id)).rejects.toThrow('There is no producer');

    // Until there is another, everybody would be on the first.
    await until(() => sfu.workers.length === 2);
    const again = await enter();
    await flows(await consume(again, near.id));
    expect(pipes.size).toBe(1);
    const { id } = await speak(again, 3);
    await flows(await consume(beside, id));
  });
});
