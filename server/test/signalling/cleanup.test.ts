import { observer, type types } from 'mediasoup';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { unpackConsumers } from '../../../src/protocol/index.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

type Closing = { observer: { once(event: 'close', listener: () => void): unknown } };

/** What the SFU itself has open, by its own word. */
const open = {
  routers: new Set<object>(),
  transports: new Set<object>(),
  producers: new Set<object>(),
  consumers: new Set<object>(),
};

function count<Thing extends object & Closing>(set: Set<object>): (thing: Thing) => void {
  return (thing) => {
    set.add(thing);
    thing.observer.once('close', () => set.delete(thing));
  };
}

function watchSfu(): void {
  observer.on('newworker', (worker) => {
    worker.observer.on('newrouter', (router: types.Router) => {
      count<types.Router>(open.routers)(router);
      router.observer.on('newtransport', (transport: types.Transport) => {
        count<types.Transport>(open.transports)(transport);
        transport.observer.on('newproducer', count<types.Producer>(open.producers));
        transport.observer.on('newconsumer', count<types.Consumer>(open.consumers));
      });
    });
  });
}

const sizes = () => Object.fromEntries(Object.entries(open).map(([name, set]) => [name, set.size]));

let server: LiveServer;
beforeAll(async () => {
  watchSfu();
  server = await startLiveServer();
});
afterAll(() => server.close());

async function person(roomId: string): Promise<TestClient> {
  const client = await TestClient.join(server, { roomId, token: await server.token({ roomId }) });
  await client.publish('self', ['audio', 'video'], 3);
  await client.publish('presentation', ['video'], 1);
  return client;
}

it('nothing is left in the SFU of people who left, were cut off, or whose room was closed', async () => {
  const before = sizes();
  const gauges = () =>
    ['participants', 'transports', 'producers', 'consumers'].map((name) => server.gauge(`parlour_${name}`));
  for (let round = 0; round < 5; round += 1) {
    const roomId = server.createRoom();
    const [leaves, isCut, stays] = [await person(roomId), await person(roomId), await person(roomId)];
    expect(unpackConsumers(stays.answer.initial)).toHaveLength(6);
    expect(open.transports.size - (before.transports ?? 0)).toBeGreaterThanOrEqual(6);
    expect(open.producers.size).toBeGreaterThanOrEqual(9);
    expect(open.consumers.size).toBeGreaterThanOrEqual(6);
    await leaves.request('leave', {});
    isCut.close();
    await stays.heard('participantLeft', ({ participantId }) => participantId === isCut.answer.self.id);
    await server.live.rooms.closeRoom(roomId, 'room_expired');
    await stays.closed;
    await vi.waitFor(() => expect(gauges()).toEqual([0, 0, 0, 0]));
  }
  await vi.waitFor(() => expect(sizes()).toEqual(before));
});
