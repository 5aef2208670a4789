import type { Inspector } from './Inspector.ts';

/** What there is in the server, after a garbage collection. */
export interface Census {
  readonly rooms: number;
  /** What the SFU has open, by its own word. */
  readonly routers: number;
  readonly transports: number;
  readonly producers: number;
  readonly consumers: number;
  readonly sockets: number;
  readonly timers: number;
  readonly listeners: number;
  /** Bytes in use, of JavaScript and of what hangs on it. */
  readonly heap: number;
  readonly external: number;
}

const KINDS = {
  // The prototypes of classes that are not to be had by name are those of a thing that is.
  sockets: `require('node:net').Socket.prototype`,
  timers: `Object.getPrototypeOf(setTimeout(() => {}, 1).unref())`,
  emitters: `require('node:events').prototype`,
};

/** The classes of mediasoup. */
const SFU_KINDS = ['RouterImpl', 'WebRtcTransportImpl', 'ProducerImpl', 'ConsumerImpl'];

/** Counts by looking at the process itself: what is kept alive counts, whether anybody remembers it or not. */
export async function takeCensus(inspector: Inspector, url: URL): Promise<Census> {
  for (let time = 0; time < 3; time += 1) await inspector.ask('HeapProfiler.collectGarbage');
  const metrics = await (await fetch(new URL('/metrics', url))).text();
  const rooms = Number(/^parlour_rooms (\S+)$/m.exec(metrics)?.[1]);
  const open = '(all) => all.filter((one) => one._handle && !one.destroyed).length';
  const armed = '(all) => all.filter((one) => !one._destroyed && one._idleTimeout >= 0).length';
  const heard = `(all) => {
    const count = (events) => Object.values(events ?? {}).reduce((sum, one) => sum + (Array.isArray(one) ? one.length : 1), 0);
    return all.reduce((sum, one) => sum + (Object.hasOwn(one, '_events') ? count(one._events) : 0), 0);
  }`;
  const openInSfu = `(all) => ${JSON.stringify(SFU_KINDS)}.map((name) =>
    all.filter((one) => Object.hasOwn(one, '_events') && one.constructor.name === name && !one.closed).length)`;
  const [routers, transports, producers, consumers] = await inspector.ofKind<[number, number, number, number]>(
    KINDS.emitters,
    openInSfu,
  );
  const sockets = await inspector.ofKind<number>(KINDS.sockets, open);
  const timers = await inspector.ofKind<number>(KINDS.timers, armed);
  const listeners = await inspector.ofKind<number>(KINDS.emitters, heard);
  for (let time = 0; time < 3; time += 1) await inspector.ask('HeapProfiler.collectGarbage');
  const { heapUsed, external } = await inspector.evaluate<NodeJS.MemoryUsage>('process.memoryUsage()');
  return { rooms, routers, transports, producers, consumers, sockets, timers, listeners, heap: heapUsed, external };
}
