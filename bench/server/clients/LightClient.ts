import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { CapabilitiesAnswer, JoinAnswer } from '../../../src/protocol/index.ts';
import { cameraAndMicrophone, joinBody, type Ticket } from './joinBody.ts';
import { LightSocket } from './LightSocket.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Clients come from so many, since a server limits what comes from one, and remembers each. */
const ADDRESSES = 1_000;

/** Times of one join, in milliseconds. */
export interface JoinTimes {
  /** From the POST to its answer. */
  readonly answered: number;
  /** From the POST until the socket is attached as well. */
  readonly attached: number;
  /** Of the answer. */
  readonly bytes: number;
}

/** A client without media: it joins, attaches, publishes and hears as a browser does, over real sockets. */
export class LightClient {
  readonly ticket: Ticket;
  /** Of its microphone. */
  producerId = '';
  readonly #url: URL;
  readonly #capabilities: CapabilitiesAnswer;
  readonly #address: string;
  #socket: LightSocket | null = null;

  constructor(url: URL, capabilities: CapabilitiesAnswer, ticket: Ticket, index: number) {
    this.#url = url;
    this.#capabilities = capabilities;
    this.ticket = ticket;
    const host = index % ADDRESSES;
    this.#address = `10.0.${host >> 8}.${host & 255}`;
  }

  get socket(): LightSocket {
    if (!this.#socket) throw new Error('The client has not joined.');
    return this.#socket;
  }

  async join(): Promise<JoinTimes> {
    const connectionId = randomUUID();
    const began = performance.now();
    let answered = 0;
    let bytes = 0;
    const posted = this.#post(joinBody(this.ticket, connectionId, this.#capabilities)).then((answer) => {
      answered = performance.now() - began;
      bytes = answer.length;
      return JSON.parse(answer.toString()) as JoinAnswer;
    });
    const opened = LightSocket.open(this.#url).then(async (socket) => {
      this.#socket = socket;
      await socket.request('attach', { connectionId, token: this.ticket.token });
    });
    await Promise.all([posted, opened]);
    const attached = performance.now() - began;
    if (this.ticket.publishes) await this.#publish();
    return { answered, attached, bytes };
  }

  async leave(): Promise<void> {
    await this.socket.request('leave', {});
    this.socket.close();
  }

  async #publish(): Promise<void> {
    const producers = cameraAndMicrophone();
    this.producerId = producers[0]?.id ?? '';
    await this.socket.request('publishStream', { key: 'self', producers });
  }

  #post(body: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'text/plain',
        'content-length': Buffer.byteLength(body),
        'x-forwarded-for': this.#address,
      };
      const { hostname, port } = this.#url;
      const posted = request({ hostname, port, path: '/v2/rtc/join', method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = Buffer.concat(chunks);
          if (response.statusCode === 200) resolve(answer);
          else reject(new Error(`The join was answered with ${response.statusCode}: ${answer}`));
        });
      });
      posted.on('error', reject);
      posted.end(body);
    });
  }
}
