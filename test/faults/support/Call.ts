import { expect, type TestInfo } from '@playwright/test';
import type { Person } from '../../e2e/support/Person.ts';
import type { MediaPath } from '../../support/faults/MediaPath.ts';
import type { SignallingLine } from '../../support/faults/SignallingLine.ts';
import { longestGap, type Measured, recoveredAt } from './measure.ts';
import { type CallRecord, type CountedEvent, recordCall, recordOptions } from './recordCall.ts';

/** What has to have been told when a fault is over, beside what is told of what the two did meanwhile. */
export interface Expected {
  /** Whether Grace's room has told of a broken connection. @default true */
  readonly reconnects?: boolean | 'maybe';
  /** What else Grace's room tells; null for a room that is new. @default nothing */
  readonly grace?: readonly CountedEvent[] | null;
  /** What Ada's room tells. @default nothing */
  readonly ada?: readonly CountedEvent[];
}

/** Each renewal of a token is told, and so is each failure of one. */
const UNCOUNTED: readonly string[] = ['token_refreshed', 'token_refresh_failed'];
/** Each fault happens this often, one after the other in the same call. */
const TIMES = Number(process.env.FAULT_TIMES ?? 3);
const RECONNECTS: readonly string[] = ['reconnecting', 'reconnected'];

/** A window of Grace's, and the ways that lead from it to the server: a test decides what gets through. */
export interface GracesWindow {
  readonly person: Person;
  readonly line: SignallingLine;
  readonly path: MediaPath;
}

/** Ada and Grace see and hear each other. Whatever happens to Grace on the way to the server, a test decides. */
export class Call {
  readonly ada: Person;
  #grace: GracesWindow;
  /** What is told of somebody who leaves and comes back. */
  readonly leavesAndJoins: readonly CountedEvent[] = [
    'participant_leaving',
    'subscription_ended',
    'stream_unpublished',
    'participant_left',
    'participant_joined',
    'stream_published',
    'subscription_started',
  ];
  readonly #info: TestInfo;
  /** How often the two have talked. */
  #talks = 0;

  constructor(ada: Person, grace: GracesWindow, info: TestInfo) {
    this.ada = ada;
    this.#grace = grace;
    this.#info = info;
  }

  get grace(): Person {
    return this.#grace.person;
  }

  /** Grace's way to the server. */
  get line(): SignallingLine {
    return this.#grace.line;
  }

  /** The way of Grace's media. */
  get path(): MediaPath {
    return this.#grace.path;
  }

  /** Grace goes on in another window. @returns The one before. */
  async goOnIn(window: GracesWindow): Promise<GracesWindow> {
    const before = this.#grace;
    await window.person.expectConnected();
    await this.record(window.person);
    this.#grace = window;
    return before;
  }

  /** Waits until they see and hear each other, and notes from then on what happens. */
  async begin(): Promise<void> {
    await this.ada.expectToReceive('Grace');
    await this.grace.expectToReceive('Ada');
    for (const person of [this.ada, this.grace]) await this.record(person);
  }

  async record(person: Person): Promise<void> {
    await person.page.evaluate(recordCall, { ...recordOptions, heardFrom: this.#talks });
  }

  /** Grace has no network: neither the browser nor what is on its way finds any. */
  async offline(): Promise<void> {
    this.line.stall();
    this.path.block();
    await this.grace.page.context().setOffline(true);
  }

  async online({ person, line, path } = this.#grace): Promise<void> {
    line.flow();
    path.open();
    await person.page.context().setOffline(false);
  }

  /** Both say something that the other one has to learn exactly once: a stream comes and goes. */
  async talk(): Promise<void> {
    const key = `talk ${this.#talks}`;
    this.#talks += 1;
    const come = (key: string) => window.room.addStream(key);
    const go = (key: string) => window.room.removeStream(key);
    for (const { page } of [this.ada, this.grace]) await page.evaluate(come, key);
    for (const { page } of [this.ada, this.grace]) await page.evaluate(go, key);
  }

  /**
   * A fault, several times. Each time all has to be as before when it is over, and nothing that the two say lost or
   * doubled.
   *
   * @param fault - Done when recovery is possible.
   */
  async survives(fault: () => Promise<unknown> | unknown, expected: Expected = {}): Promise<void> {
    for (let time = 1; time <= TIMES; time += 1) await this.#survivesOnce(fault, expected);
  }

  async #survivesOnce(fault: () => Promise<unknown> | unknown, expected: Expected): Promise<void> {
    const before = { ada: await this.#sets(this.ada), grace: await this.#sets(this.grace) };
    const begun = Date.now();
    await fault();
    const over = Date.now();
    await this.#recovered(over);
    await this.talk();
    for (const [person, other] of this.#directions()) await this.#expectHeard(person, other);
    const measured = await this.#measure(begun, over);
    const { reconnects = true, grace = [], ada = [] } = expected;
    if (grace) {
      const told = await this.#told(this.grace, begun);
      expect(told.filter((name) => !RECONNECTS.includes(name))).toEqual(grace);
      const reconnections = told.filter((name) => RECONNECTS.includes(name));
      if (reconnects === 'maybe') expect(reconnections.length % 2).toBe(0);
      else expect(reconnections).toEqual(reconnects ? RECONNECTS : []);
    }
    expect(await this.#told(this.ada, begun)).toEqual(ada);
    expect(await this.#sets(this.ada)).toEqual(before.ada);
    expect(await this.#sets(this.grace)).toEqual(before.grace);
    this.#info.annotations.push({ type: 'measured', description: JSON.stringify(measured) });
  }

  /** Waits until a person's room says that it is reconnecting. */
  async expectReconnecting(person: Person, timeout = 20_000): Promise<void> {
    await expect(person.page.locator('.parlour-room')).toHaveAttribute('data-status', 'reconnecting', { timeout });
  }

  /** A person's room has ended, and says why: it takes another one's place in no case. */
  async expectJoinedElsewhere({ page }: Person): Promise<void> {
    await expect(page.locator('.parlour-room')).toHaveAttribute('data-status', 'disconnected');
    const connection = await page.evaluate(() => {
      const { connection } = window.room.getState();
      return connection.status === 'disconnected' && [connection.reason, connection.error?.code];
    });
    expect(connection).toEqual(['session_terminated', 'joined-elsewhere']);
  }

  async #recovered(since: number): Promise<void> {
    await expect
      .poll(
        async () => {
          for (const [person, other] of this.#directions()) {
            const record = await this.#recordOf(person);
            const status = await person.page.evaluate(() => window.room.getState().status);
            if (status !== 'connected') return `${person.name} is ${status}`;
            const series = [`${other.name} audio`, `${other.name} video`];
            if (recoveredAt(record, series, since, Date.now()) === null) {
              return `${person.name} does not receive ${other.name}`;
            }
          }
          return 'recovered';
        },
        { timeout: 45_000, intervals: [250] },
      )
      .toBe('recovered');
  }

  async #measure(begun: number, over: number): Promise<Measured> {
    const now = Date.now();
    let recovered = over;
    const gaps = { audio: 0, video: 0 };
    for (const [person, other] of this.#directions()) {
      const record = await this.#recordOf(person);
      const series = [`${other.name} audio`, `${other.name} video`];
      const reconnected = record.events
        .filter(({ name, at }) => name === 'reconnected' && at > begun)
        .map(({ at }) => at);
      recovered = Math.max(recovered, recoveredAt(record, series, over, now) ?? now, ...reconnected);
      for (const kind of ['audio', 'video'] as const) {
        // A page that is new has seen nothing of it before.
        const from = Math.max(begun, record.startedAt);
        const gap = longestGap(record.progress[`${other.name} ${kind}`] ?? [], from, now);
        gaps[kind] = Math.max(gaps[kind], gap);
      }
    }
    return { recoveryMs: recovered - over, audioGapMs: gaps.audio, videoGapMs: gaps.video };
  }

  /** What was told by a room, in its order, but for what they talked; several attempts to reconnect are one. */
  async #told(person: Person, since: number): Promise<string[]> {
    const { events } = await this.#recordOf(person);
    return events
      .filter(({ at, args: [, key] }) => at >= since && !isTalk(key))
      .map(({ name }) => name)
      .filter((name) => !UNCOUNTED.includes(name))
      .filter((name, index, names) => name !== 'reconnecting' || names[index - 1] !== 'reconnecting');
  }

  /** All that the other one has said was heard, once and in its order. */
  async #expectHeard(person: Person, other: Person): Promise<void> {
    const { heardFrom } = await this.#recordOf(person);
    const talks = Array.from({ length: this.#talks }, (_, talk) => talk).slice(heardFrom);
    const said = talks.flatMap((talk) => [`+ talk ${talk}`, `- talk ${talk}`]);
    const id = await other.page.evaluate(() => window.room.getState().localParticipantId);
    const heard = async () => {
      const { events } = await this.#recordOf(person);
      return events
        .filter(({ args: [who, key] }) => who === id && isTalk(key))
        .map(({ name, args: [, key] }) => `${name === 'stream_published' ? '+' : '-'} ${key}`);
    };
    await expect.poll(heard).toEqual(said);
  }

  /** Who is there and what they share, as a person's room has it. */
  #sets(person: Person): Promise<unknown> {
    return person.page.evaluate(() => {
      const { participants, streams, localParticipantId } = window.room.getState();
      return {
        localParticipantId,
        participants: [...participants.values()]
          .map(({ id, name, connection }) => `${id} ${name} ${connection}`)
          .sort(),
        streams: [...streams.values()]
          .map(({ id, isAudioEnabled, isVideoEnabled }) => `${id} ${isAudioEnabled} ${isVideoEnabled}`)
          .sort(),
        tiles: document.querySelectorAll('.parlour-tile').length,
      };
    });
  }

  #recordOf(person: Person): Promise<CallRecord> {
    return person.page.evaluate(() => window.callRecord);
  }

  #directions(): (readonly [Person, Person])[] {
    return [
      [this.ada, this.grace],
      [this.grace, this.ada],
    ];
  }
}

function isTalk(key: unknown): boolean {
  return typeof key === 'string' && key.startsWith('talk ');
}
