import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { TokenPair } from '../../../src/index.ts';
import type { CallOptions } from '../app/main.tsx';

/** What a person receives of another one, from the browser's own statistics. */
export interface Received {
  readonly framesDecoded: number;
  readonly frameHeight: number;
  readonly audioPackets: number;
}

/** Somebody in a browser window of their own. */
export class Person {
  readonly page: Page;
  readonly name: string;
  /** How often the page asked for a token. */
  tokensAsked = 0;

  constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
  }

  /** Opens the call's page, which joins by itself. */
  static async open(
    context: BrowserContext,
    url: string,
    name: string,
    options: CallOptions,
    tokenSource: () => Promise<TokenPair>,
  ): Promise<Person> {
    const page = await context.newPage();
    const person = new Person(page, name);
    await page.exposeFunction('getToken', () => {
      person.tokensAsked += 1;
      return tokenSource();
    });
    await page.addInitScript((given) => {
      window.callOptions = given;
      window.negotiations = 0;
      window.connections = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          window.connections.push(this);
        }
      };
      for (const method of ['setLocalDescription', 'setRemoteDescription'] as const) {
        const original = RTCPeerConnection.prototype[method];
        RTCPeerConnection.prototype[method] = function (this: RTCPeerConnection, ...args: unknown[]) {
          window.negotiations += 1;
          return Reflect.apply(original, this, args);
        };
      }
    }, options);
    await page.goto(url);
    return person;
  }

  /** A tile of somebody in the grid, by the name that it shows. */
  tile(name: string | RegExp): Locator {
    return this.page.getByRole('group', { name, exact: typeof name === 'string' });
  }

  control(name: string): Locator {
    return this.page.getByRole('toolbar').getByRole('button', { name, exact: true });
  }

  async expectConnected(): Promise<void> {
    await expect(this.page.locator('.parlour-room')).toHaveAttribute('data-status', 'connected');
  }

  /** Offers and answers so far, of all its connections. */
  negotiations(): Promise<number> {
    return this.page.evaluate(() => window.negotiations);
  }

  /** What it has been offered to receive: the header extensions of each section, by its `mid`. */
  offered(): Promise<Record<string, string[]>> {
    return this.page.evaluate(() => {
      const offers = window.connections.flatMap(({ remoteDescription }) =>
        remoteDescription?.type === 'offer' ? [remoteDescription.sdp] : [],
      );
      const sections = offers.flatMap((sdp) => sdp.split('\r\nm=').slice(1));
      return Object.fromEntries(
        sections.map((section) => [
          /^a=mid:(.*)$/m.exec(section)?.[1],
          [...section.matchAll(/^a=extmap:.*$/gm)].map(([line]) => line).sort(),
        ]),
      );
    });
  }

  /** The state of each of its transports that is not closed. */
  transportStates(): Promise<string[]> {
    return this.page.evaluate(() =>
      window.connections.map(({ connectionState }) => connectionState).filter((state) => state !== 'closed'),
    );
  }

  /** Packets of sound and picture that it has sent so far. */
  packetsSent(): Promise<number> {
    return this.page.evaluate(async () => {
      const stats = await Promise.all(window.connections.map((connection) => connection.getStats()));
      const sent = stats.flatMap((report) => [...report.values()].filter(({ type }) => type === 'outbound-rtp'));
      return sent.reduce((sum, { packetsSent }) => sum + packetsSent, 0);
    });
  }

  /** What arrives of the stream of somebody, by their name. */
  received(name: string, key = 'self'): Promise<Received> {
    return this.page.evaluate(
      async ([name, key]) => {
        const { participants } = window.room.getState();
        const participant = [...participants.values()].find((other) => other.name === name);
        const stats = participant ? await window.room.getWebRTCStatsForStream(participant.id, key) : {};
        const inbound = (report?: RTCStatsReport) =>
          [...(report?.values() ?? [])].find(({ type }) => type === 'inbound-rtp') ?? {};
        return {
          framesDecoded: inbound(stats.video).framesDecoded ?? 0,
          frameHeight: inbound(stats.video).frameHeight ?? 0,
          audioPackets: inbound(stats.audio).packetsReceived ?? 0,
        };
      },
      [name, key] as const,
    );
  }

  /** Waits until the picture of somebody goes on. */
  async expectToReceiveVideo(name: string): Promise<void> {
    const { framesDecoded } = await this.received(name);
    await expect.poll(async () => (await this.received(name)).framesDecoded).toBeGreaterThan(framesDecoded + 5);
  }

  /** Waits until both picture and sound of somebody go on. */
  async expectToReceive(name: string): Promise<void> {
    const before = await this.received(name);
    const now = () => this.received(name);
    try {
      await expect.poll(async () => (await now()).framesDecoded).toBeGreaterThan(before.framesDecoded + 5);
      await expect.poll(async () => (await now()).audioPackets).toBeGreaterThan(before.audioPackets + 10);
    } catch (error) {
      throw new Error(`${this.name} does not receive ${name}: ${await this.diagnosis()}`, { cause: error });
    }
  }

  /** All there is to know of what this person sends and receives, for a test that failed. */
  private diagnosis(): Promise<string> {
    return this.page.evaluate(async () => {
      const { participants, subscriptions, streams, connection } = window.room.getState();
      const stats: unknown[] = [];
      for (const { id, streams: keys } of participants.values()) {
        for (const key of Object.keys(keys)) {
          for (const report of Object.values(await window.room.getWebRTCStatsForStream(id, key))) {
            const types = ['inbound-rtp', 'outbound-rtp', 'transport', 'candidate-pair'];
            stats.push(...[...(report?.values() ?? [])].filter(({ type }) => types.includes(type)));
          }
        }
      }
      const subscribed = [...subscriptions.values()].flatMap((ofParticipant) => [...ofParticipant.values()]);
      return JSON.stringify({ connection, subscribed, streams: [...streams.values()], stats });
    });
  }
}

declare global {
  interface Window {
    negotiations: number;
    /** All that were ever made. */
    connections: RTCPeerConnection[];
  }
}
