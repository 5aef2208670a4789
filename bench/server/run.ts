import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Clients } from './Clients.ts';
import { takeCensus } from './census.ts';
import type { Ticket } from './clients/joinBody.ts';
import type { Order } from './clients/protocol.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { type Phase, renderCensus, renderJoins, renderUpdates } from './report.ts';
import { ServerUnderTest } from './ServerUnderTest.ts';

const ROOM_SIZE = 50;
/** In each room; the others listen and look. */
const PUBLISHERS = 4;
const UPDATES = 50;
const UPDATE_EVERY_MS = 100;
const LEAVING_AT_A_TIME = 100;
/** Everything that a server needs once, it has needed after so many. */
const WARM_UP = 1_000;

try {
  process.exitCode = await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? `${error.message}\n${USAGE}` : error);
  process.exitCode = 1;
}

/** @returns The exit code: 1 if something was left behind. */
async function bench(options: Options): Promise<number> {
  const server = await ServerUnderTest.start();
  try {
    const clients = await Clients.start(server.url);
    try {
      return await measure(options, server, clients);
    } finally {
      clients.stop();
    }
  } finally {
    await server.stop();
  }
}

async function measure(options: Options, server: ServerUnderTest, clients: Clients): Promise<number> {
  const { clients: people, cycles, atATime } = options;
  const phase = async (name: string, order: Order): Promise<Phase> => {
    if (options.profiles) await server.inspector.ask('Profiler.enable');
    if (options.profiles) await server.inspector.ask('Profiler.start');
    const before = server.used();
    const outcome = await clients.run(order);
    const after = server.used();
    const heap = await server.heap();
    if (options.profiles) await saveProfile(server, options.profiles, name);
    console.log(`${name}: ${(outcome.wallMs / 1000).toFixed(1)} s`);
    return { name, outcome, before, after, heap };
  };

  const small = await ticketsFor(server, Math.ceil(people / ROOM_SIZE), ROOM_SIZE);
  await phase('warm-up', { do: 'comeAndGo', tickets: small, times: Math.min(WARM_UP, people), atATime });
  const inRooms = await phase(`${people} into rooms of ${ROOM_SIZE}`, { do: 'join', tickets: small, atATime });
  await phase('they leave', { do: 'leave', atATime: LEAVING_AT_A_TIME });

  const large = await ticketsFor(server, 1, people);
  const inOne = await phase(`${people} into one room`, { do: 'join', tickets: large, atATime });
  const updates = await phase(`a change told to ${people - 1}`, {
    do: 'update',
    times: UPDATES,
    everyMs: UPDATE_EVERY_MS,
  });
  await phase('they leave it', { do: 'leave', atATime: LEAVING_AT_A_TIME });
  console.log(`\n${renderJoins([inRooms, inOne])}\n\n${renderUpdates(updates)}`);
  if (cycles === 0) return 0;

  const few = small.slice(0, 8 * ROOM_SIZE);
  await phase('again', { do: 'comeAndGo', tickets: few, times: WARM_UP, atATime });
  const before = await takeCensus(server.inspector, server.url);
  const churn = await phase(`${cycles} joins and leaves`, { do: 'comeAndGo', tickets: few, times: cycles, atATime });
  const after = await takeCensus(server.inspector, server.url);
  const { table, same } = renderCensus(before, after);
  console.log(`\n${renderJoins([churn])}\n\nWhat is there before and after them:\n${table}`);
  return same ? 0 : 1;
}

async function ticketsFor(server: ServerUnderTest, rooms: number, size: number): Promise<Ticket[]> {
  const all = await Promise.all(
    Array.from({ length: rooms }, async () => {
      const roomId = await server.createRoom(size);
      const tokens = await server.createTokens(roomId, size);
      return tokens.map((token, index): Ticket => ({ roomId, token, publishes: index < PUBLISHERS }));
    }),
  );
  // The rooms fill side by side.
  return Array.from({ length: size }, (_, index) => all.flatMap((tickets) => tickets[index] ?? [])).flat();
}

async function saveProfile(server: ServerUnderTest, folder: string, name: string): Promise<void> {
  const { profile } = await server.inspector.ask<{ profile: object }>('Profiler.stop');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name.replaceAll(' ', '-')}.cpuprofile`);
  await writeFile(file, JSON.stringify(profile));
}
