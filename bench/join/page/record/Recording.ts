/** A step, and when it was seen in the page, in milliseconds since 1970. */
export interface Mark {
  readonly name: string;
  readonly at: number;
}

export type Direction = 'send' | 'receive';

/** A transport of mediasoup-client goes one way only. */
export function directionOf(connection: RTCPeerConnection): Direction {
  return connection.getTransceivers().some(({ direction }) => direction === 'sendonly') ? 'send' : 'receive';
}

/** What a page has seen of its own joining. */
export class Recording {
  readonly marks: Mark[] = [];
  readonly connections = new Set<RTCPeerConnection>();
  /** Done with the first frame of somebody else's video that is rendered. */
  readonly firstFrame: Promise<void>;
  /** Done with the first packet of somebody else's sound. */
  readonly firstAudio: Promise<void>;
  readonly #rendered: () => void;
  readonly #heard: () => void;

  constructor() {
    const frame = Promise.withResolvers<void>();
    const audio = Promise.withResolvers<void>();
    this.firstFrame = frame.promise;
    this.firstAudio = audio.promise;
    this.#rendered = frame.resolve;
    this.#heard = audio.resolve;
  }

  /** @param at - On the page's own clock, as `performance.now()` is. */
  mark(name: string, at: number = performance.now()): void {
    // The pages of one machine have different origins on the same clock.
    this.marks.push({ name, at: performance.timeOrigin + at });
  }

  /** The local ports of all transports. A transport has several: one for each way it has tried. */
  async ports(): Promise<Record<Direction, number[]>> {
    const ports: Record<Direction, number[]> = { send: [], receive: [] };
    for (const connection of this.connections) {
      const stats = [...(await connection.getStats()).values()];
      const local = stats.filter(({ type }) => type === 'local-candidate');
      ports[directionOf(connection)].push(...local.map(({ port }) => port));
    }
    return ports;
  }

  packetReceived(kind: string): void {
    this.mark(`first ${kind} packet`);
    if (kind === 'audio') this.#heard();
  }

  frameRendered(): void {
    this.mark('first frame rendered');
    this.#rendered();
  }
}
