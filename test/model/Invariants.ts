import type { State } from '../../src/engine/index.ts';
import { OFFSCREEN_DELAY } from '../../src/engine/managers/subscriptions/planKind.ts';
import { EventOrder, told } from './EventOrder.ts';
import { inconsistencies, needlesslyReplaced } from './StateRules.ts';
import type { World } from './World.ts';

/** Watches a {@link World} and notes every promise that is broken in it. */
export class Invariants {
  readonly #world: World;
  readonly #order: EventOrder;
  readonly #broken: string[] = [];
  /** Videos that flow although nobody looks at them, and since when. */
  readonly #outOfSight = new Map<string, number>();
  #last: State;

  constructor(world: World) {
    this.#world = world;
    this.#order = new EventOrder(world.room);
    this.#last = world.room.getState();
    world.room.subscribeChanges((state) => {
      this.#note(inconsistencies(state));
      this.#note(needlesslyReplaced(this.#last, state));
      this.#last = state;
    });
    this.#countStateChanges();
  }

  /** What was broken up to now. Call it after each step, when everything has settled. */
  check(): readonly string[] {
    this.#broken.push(...this.#order.broken.splice(0), ...this.#world.faults.splice(0));
    const { status } = this.#world.room.getState();
    if (status === 'connected' && this.#world.quiet) this.#checkTruth();
    if (status === 'disconnected' && this.#world.quiet && this.#world.free) this.#checkNothingLeft();
    return this.#broken;
  }

  #note(problems: Iterable<string>): void {
    for (const problem of problems) this.#broken.push(problem);
  }

  /** One message of the server is at most one change of the state. */
  #countStateChanges(): void {
    const { server, room } = this.#world;
    let changes = 0;
    room.on('state_changed', () => {
      changes += 1;
    });
    server.onDelivery = (deliver, what) => {
      const before = changes;
      deliver();
      if (changes - before > 1) this.#broken.push(`${what} changed the state ${changes - before} times`);
    };
  }

  /** What the server knows, what the state says and what the events told is the same. */
  #checkTruth(): void {
    const { room, server } = this.#world;
    const state = room.getState();
    const truth = [...server.room.participants.values()];
    this.#same(
      'participants',
      [...state.participants.keys()],
      truth.map(({ id }) => id),
    );
    this.#same('participants by events', [...this.#order.participants], [...state.participants.keys()]);
    this.#same(
      'streams',
      [...state.streams.keys()],
      truth.flatMap(({ id, streams }) => [...streams.keys()].map((key) => `${id}/${key}`)),
    );
    this.#same('streams by events', [...this.#order.streams.keys()], [...state.streams.keys()]);
    for (const { id, info } of truth) {
      if (id !== 'me' && state.participants.get(id)?.name !== info.name)
        this.#broken.push(`the name of ${id} is out of date`);
      for (const { key, audio, video } of info.streams) {
        const there = {
          audio: audio?.enabled ?? false,
          video: video?.enabled ?? false,
          audioCensored: audio?.censored ?? false,
          videoCensored: video?.censored ?? false,
        };
        const [here, events] = [told(state, `${id}/${key}`), this.#order.streams.get(`${id}/${key}`)];
        if (JSON.stringify(here) !== JSON.stringify(there))
          this.#broken.push(`${id}/${key} is ${JSON.stringify(here)}, at the server ${JSON.stringify(there)}`);
        if (id !== 'me' && JSON.stringify(events) !== JSON.stringify(here))
          this.#broken.push(`${id}/${key} is ${JSON.stringify(here)}, by events ${JSON.stringify(events)}`);
      }
    }
    this.#checkFlow();
  }

  /** What is wanted comes, and nothing else does. */
  #checkFlow(): void {
    const { server, refused } = this.#world;
    const me = server.room.participants.get('me');
    for (const { id, producers } of server.room.participants.values()) {
      if (id === 'me') continue;
      for (const { key, kind, info } of producers) {
        const wanted = this.#world.wants(id, key, kind);
        const consumer = me?.consumerOf(id, kind, key);
        const flows = consumer?.paused === false;
        if (flows && !wanted && !this.#isPatience(consumer.id, kind) && !refused.has('updateConsumers'))
          this.#broken.push(`${kind} of ${id}/${key} flows, and nobody wants it`);
        if (wanted || !flows) this.#outOfSight.delete(consumer?.id ?? '');
        const expected = wanted && info.enabled && !info.censored;
        if (expected && !flows && !refused.has('subscribe') && !refused.has('updateConsumers'))
          this.#broken.push(`${kind} of ${id}/${key} is wanted, and does not flow`);
      }
    }
  }

  /** A video that has just gone out of sight flows on for a moment. */
  #isPatience(consumerId: string, kind: 'audio' | 'video'): boolean {
    const now = this.#world.clock.now();
    const since = this.#outOfSight.get(consumerId) ?? now;
    this.#outOfSight.set(consumerId, since);
    return kind === 'video' && now - since < OFFSCREEN_DELAY;
  }

  /** After the end nothing is left, here or at the server. */
  #checkNothingLeft(): void {
    const { clock, media, server, tracks } = this.#world;
    // One of 0 ms is the end of a hold that was given up just now.
    const waiting = clock.timers.filter((ms) => ms > 0);
    if (waiting.length > 0) this.#broken.push(`timers are left: in ${waiting.join(', ')} ms`);
    const { transports, producers, consumers } = media.open;
    if (transports + producers + consumers > 0)
      this.#broken.push(`${transports} transports, ${producers} producers and ${consumers} consumers are left`);
    if (server.room.participants.has('me')) this.#broken.push('we are left at the server');
    // mediasoup-client leaves one behind when its transport is closed in the very moment in which it makes a producer.
    if (tracks.some(({ watchers }) => watchers > 0))
      this.#broken.push('somebody listens to the tracks of the application');
    if (tracks.some(({ enabled }) => !enabled)) this.#broken.push('a track of the application was disabled');
  }

  #same(what: string, here: readonly string[], there: readonly string[]): void {
    const [a, b] = [[...here].sort().join(' '), [...there].sort().join(' ')];
    if (a !== b) this.#broken.push(`${what}: [${a}], should be [${b}]`);
  }
}
