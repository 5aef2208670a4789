import { roomError } from '../../../src/errors/index.ts';
import type { DtlsParameters, TestActionAnswer, TestActionData } from '../../../src/protocol/index.ts';
import type { ProbeMedia, ProbeMediaServer, ProbeTransport } from './ProbeMedia.ts';

/** What tests may cost the server. */
export interface ConnectionTestLimits {
  /** At a time, on this server; one for each participant. */
  tests: number;
  transportsPerTest: number;
  lifetimeMs: number;
  /** In either direction, for each test. */
  maxBytes: number;
}

export const defaultTestLimits: ConnectionTestLimits = {
  tests: 50,
  transportsPerTest: 6,
  lifetimeMs: 60_000,
  maxBytes: 4 * 1024 * 1024,
};

/** How often it is seen whether somebody sends more than a test may. */
const WATCH_MS = 1_000;

interface Test {
  readonly participant: string;
  readonly media: Promise<ProbeMedia>;
  readonly transports: Map<string, ProbeTransport>;
  readonly end: NodeJS.Timeout;
  readonly watch: NodeJS.Timeout;
  opened: number;
  sent: number;
}

/** Connection tests that are under way: media of their own, seen by nobody, bounded in number, time and bytes. */
export class ConnectionTests {
  readonly #media: ProbeMediaServer;
  readonly #limits: ConnectionTestLimits;
  readonly #tests = new Map<string, Test>();

  constructor(media: ProbeMediaServer, limits: ConnectionTestLimits = defaultTestLimits) {
    this.#media = media;
    this.#limits = limits;
  }

  get limits(): ConnectionTestLimits {
    return this.#limits;
  }

  /** How many run. */
  get count(): number {
    return this.#tests.size;
  }

  /**
   * @param participant who tests, by room and id; an earlier test of the same ends.
   * @throws RoomError `too-many-requests`, `bad-request` when the id is taken.
   */
  start(testId: string, participant: string): void {
    if (this.#tests.has(testId)) throw roomError('bad-request', 'This test id is in use. Make a new random UUID.');
    for (const [id, test] of this.#tests) if (test.participant === participant) this.end(id);
    if (this.#tests.size >= this.#limits.tests) {
      throw roomError('too-many-requests', 'Too many people test their connection right now. Try again in a minute.');
    }
    const media = this.#media.openProbe();
    media.catch(() => undefined);
    this.#tests.set(testId, {
      participant,
      media,
      transports: new Map(),
      end: setTimeout(() => this.end(testId), this.#limits.lifetimeMs).unref(),
      watch: setInterval(() => void this.#watch(testId), WATCH_MS).unref(),
      opened: 0,
      sent: 0,
    });
  }

  /** @throws RoomError `not-connected`, `too-many-requests` */
  async open(testId: string): Promise<TestActionAnswer<'open'>> {
    const test = this.#find(testId);
    test.opened += 1;
    if (test.opened > this.#limits.transportsPerTest) {
      throw roomError('too-many-requests', `A test has at most ${this.#limits.transportsPerTest} transports.`);
    }
    const transport = await (await test.media).openTransport();
    // Ended meanwhile: its media is closed, and this transport with it.
    this.#find(testId);
    test.transports.set(transport.info.id, transport);
    return transport.info;
  }

  async connect(testId: string, transportId: string, dtlsParameters: DtlsParameters): Promise<void> {
    await this.#transport(testId, transportId).connect(dtlsParameters);
  }

  async produce({ testId, transportId, sctpStreamParameters }: TestActionData<'produce'>): Promise<{ id: string }> {
    return { id: await this.#transport(testId, transportId).produce(sctpStreamParameters) };
  }

  async consume(testId: string, transportId: string): Promise<TestActionAnswer<'consume'>> {
    return this.#transport(testId, transportId).consume();
  }

  async flood({ testId, transportId, durationMs }: TestActionData<'flood'>): Promise<{ bytes: number }> {
    const transport = this.#transport(testId, transportId);
    const test = this.#find(testId);
    const allowed = this.#limits.maxBytes - test.sent;
    if (allowed <= 0) throw roomError('too-many-requests', 'This test has had all the bytes it may have.');
    // Taken before it is sent: two at once get no more than one.
    test.sent += allowed;
    const bytes = await transport.flood(allowed, durationMs);
    test.sent -= allowed - bytes;
    return { bytes };
  }

  async received(testId: string, transportId: string): Promise<{ bytes: number; at: number }> {
    const bytes = await this.#transport(testId, transportId).received();
    return { bytes, at: performance.now() };
  }

  /** Ends it; one that is over does no harm. */
  end(testId: string): void {
    const test = this.#tests.get(testId);
    if (!test) return;
    this.#tests.delete(testId);
    clearTimeout(test.end);
    clearInterval(test.watch);
    test.media.then(
      (media) => media.close(),
      () => undefined,
    );
  }

  /** Ends all. */
  close(): void {
    for (const id of [...this.#tests.keys()]) this.end(id);
  }

  /** Somebody who sends far more than a test needs is cut off. */
  async #watch(testId: string): Promise<void> {
    const transports = [...(this.#tests.get(testId)?.transports.values() ?? [])];
    const received = await Promise.all(transports.map((transport) => transport.received().catch(() => 0)));
    const bytes = received.reduce((sum, one) => sum + one, 0);
    // Twice: what is sent again and headers are counted, too, and a line may be faster than this look at it.
    if (bytes > 2 * this.#limits.maxBytes) this.end(testId);
  }

  #find(testId: string): Test {
    const test = this.#tests.get(testId);
    if (!test) throw roomError('not-connected', 'This test is over. Start another one.');
    return test;
  }

  #transport(testId: string, transportId: string): ProbeTransport {
    const transport = this.#find(testId).transports.get(transportId);
    if (!transport) throw roomError('not-connected', 'This test has no such transport.');
    return transport;
  }
}
