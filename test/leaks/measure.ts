// What a connected room keeps of people who have come and gone, and of connections that were made anew.
// Prints one line of JSON, which test/unit/leaks reads.
import { setFlagsFromString } from 'node:v8';
import { createRoomStore } from '../../src/store/index.ts';
import { FakeRoomServer } from '../../src/testing/room-server/FakeRoomServer.ts';
import { createTestRoom } from '../support/engine/createTestRoom.ts';

setFlagsFromString('--expose-gc');
const { gc } = globalThis as { gc?: (options: object) => void };
if (!gc) throw new Error('Run it with node --expose-gc.');

const WARM_UP = 2_000;
const PAIRS = 10_000;
const REJOINS = 300;

const server = new FakeRoomServer();
const { room, clock, media } = createTestRoom(server);
const store = createRoomStore(room);
await room.connect();

/** The fakes remember what was asked of them; that is not what is measured. */
function forgetLogs(): void {
  for (const connection of server.connections) connection.requests.length = 0;
  server.connections.splice(0, server.connections.length - 1);
  server.joins.length = 0;
  for (const log of [media.consumers, media.producers, media.transports, media.devices]) log.length = 0;
}

/** Somebody comes, is seen and heard as by a tile, speaks, and goes. */
async function comeAndGo(index: number): Promise<void> {
  const id = `person-${index}`;
  server.room.enter({ id, name: id, streams: [{}] });
  await clock.settle();
  const undo = [
    store.subscribeTo(`participant:${id}`, () => {}),
    store.subscribeTo(`stream:${id}/self`, () => {}),
    store.subscribeTo(`subscription:${id}/self`, () => {}),
    room.subscribeAudioLevel(id, () => {}),
  ];
  const demands = (['audio', 'video'] as const).map((kind) =>
    room.subscribeDemand({ participantId: id, key: 'self', kind }),
  );
  await clock.settle();
  server.room.speak(id);
  server.room.tellAll({ method: 'audioLevels', data: { levels: [[id, 0.5]] } });
  server.room.leave(id);
  await clock.settle();
  for (const off of undo) off();
  for (const demand of demands) demand.release();
  await clock.settle();
}

async function rejoin(): Promise<void> {
  server.lose();
  await clock.settle();
}

/** Bytes in use after everything that can be freed is. */
async function heapUsed(): Promise<number> {
  forgetLogs();
  for (let round = 0; round < 6; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }
  return process.memoryUsage().heapUsed;
}

/** Bytes kept of each repetition. */
async function retained(times: number, repeat: (index: number) => Promise<void>): Promise<number> {
  const before = await heapUsed();
  for (let index = 0; index < times; index += 1) await repeat(index);
  return ((await heapUsed()) - before) / times;
}

for (let index = 0; index < WARM_UP; index += 1) await comeAndGo(-index);
const waitingBefore = clock.waiting;
const bytesPerPair = await retained(PAIRS, comeAndGo);
const waitingAfter = clock.waiting;
const { participants, streams, subscriptions } = room.getState();
const left = [participants.size - 1, streams.size, subscriptions.size];

for (let index = 0; index < 50; index += 1) await rejoin();
const bytesPerRejoin = await retained(REJOINS, rejoin);

await room.disconnect();
console.log(
  JSON.stringify({
    pairs: PAIRS,
    bytesPerPair,
    left,
    timers: waitingAfter - waitingBefore,
    bytesPerRejoin,
    afterDisconnect: {
      waiting: clock.waiting,
      ...media.open,
      resources: process.getActiveResourcesInfo().filter((name) => !/^(Pipe|TTY)Wrap$/.test(name)),
    },
  }),
);
