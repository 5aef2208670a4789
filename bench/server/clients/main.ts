import type { CapabilitiesAnswer } from '../../../src/protocol/index.ts';
import type { Ticket } from './joinBody.ts';
import { type JoinTimes, LightClient } from './LightClient.ts';
import type { Order, Outcome } from './protocol.ts';

const FAILURES_SHOWN = 5;

const url = new URL(process.argv[2] as string);
const capabilities = (await (await fetch(new URL('/v2/rtc/capabilities', url))).json()) as CapabilitiesAnswer;
const clients: LightClient[] = [];
let made = 0;

process.on('message', async (order: Order) => process.send?.(await carryOut(order)));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function carryOut(order: Order): Promise<Outcome> {
  const began = performance.now();
  const joins: JoinTimes[] = [];
  const failures: string[] = [];
  let updates: number[] = [];
  const bytesBefore = bytesOf(clients);
  let bytesOfGone = 0;
  const fails = (error: unknown) => {
    if (failures.length < FAILURES_SHOWN) failures.push(String(error));
  };
  const client = (ticket: Ticket) => {
    made += 1;
    return new LightClient(url, capabilities, ticket, made);
  };
  if (order.do === 'join') {
    await inParallel(order.tickets, order.atATime, async (ticket) => {
      const joining = client(ticket);
      joins.push(await joining.join());
      clients.push(joining);
    }).catch(fails);
  } else if (order.do === 'comeAndGo') {
    const times = Array.from({ length: order.times }, (_, index) => index);
    // Nobody comes twice at a time: each place has its own tickets.
    const free = [...order.tickets];
    await inParallel(times, order.atATime, async () => {
      const ticket = free.shift() as Ticket;
      const one = client(ticket);
      joins.push(await one.join());
      await one.leave();
      bytesOfGone += one.socket.bytes;
      free.push(ticket);
    }).catch(fails);
  } else if (order.do === 'update') {
    updates = await update(order.times, order.everyMs).catch((error) => {
      fails(error);
      return [];
    });
  } else {
    const leaving = clients.splice(0);
    await inParallel(leaving, order.atATime, (one) => one.leave()).catch(fails);
    bytesOfGone += bytesOf(leaving);
  }
  const bytes = bytesOf(clients) + bytesOfGone - bytesBefore;
  return { wallMs: performance.now() - began, joins, updates, bytes, failures };
}

/** Times until the last of the others has heard of each change. */
async function update(times: number, everyMs: number): Promise<number[]> {
  const speaker = clients.find(({ producerId }) => producerId !== '');
  if (!speaker) throw new Error('Nobody publishes.');
  const others = clients.filter((one) => one !== speaker && one.ticket.roomId === speaker.ticket.roomId);
  const began: number[] = [];
  const missing = Array.from({ length: times }, () => others.length);
  const took: number[] = [];
  const done = new Promise<void>((resolve) => {
    for (const { socket } of others) {
      let heard = 0;
      socket.onNotification = (method) => {
        if (method !== 'streamUpdated') return;
        const which = heard;
        heard += 1;
        missing[which] = (missing[which] ?? 0) - 1;
        if (missing[which] !== 0) return;
        took[which] = performance.now() - (began[which] as number);
        if (which === times - 1) resolve();
      };
    }
  });
  for (let time = 0; time < times; time += 1) {
    began[time] = performance.now();
    await speaker.socket.request('updateProducer', { id: speaker.producerId, paused: time % 2 === 0 });
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  await done;
  for (const { socket } of others) socket.onNotification = () => {};
  return took;
}

async function inParallel<T>(items: readonly T[], atATime: number, run: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await run(item);
  };
  await Promise.all(Array.from({ length: atATime }, lane));
}

function bytesOf(some: readonly LightClient[]): number {
  return some.reduce((sum, { socket }) => sum + socket.bytes, 0);
}
