import { roomError } from '../../../src/errors/index.ts';
import type { DtlsParameters, IceParameters, TransportInfo } from '../../../src/protocol/index.ts';
import type { Direction, MediaTransport, RoomMedia } from './RoomMedia.ts';

/**
 * The DTLS role of a client that names none. On `send` the SFU is the DTLS client: the browser may then send one round trip earlier.
 * On `receive` it must be the other way round, since mediasoup-client's offers there are always answered as `active`;
 * two DTLS clients never meet.
 */
const CLIENT_ROLE = { send: 'server', receive: 'client' } as const;

/** Both transports of a participant, opened in parallel, and connected at once where the fingerprints are known. */
export class ParticipantTransports {
  /** Called when the process that carries them has died. */
  onLost: () => void = () => {};
  readonly send: Promise<MediaTransport>;
  readonly receive: Promise<MediaTransport>;
  readonly #connected: Partial<Record<Direction, Promise<void>>> = {};

  constructor(media: Promise<RoomMedia>, dtls: Record<Direction, DtlsParameters> | undefined) {
    const opened = media.then((room) => room.openTransports(() => this.onLost()));
    this.send = opened.then(({ send }) => send);
    this.receive = opened.then(({ receive }) => receive);
    if (dtls) {
      this.#connect('send', dtls.send);
      this.#connect('receive', dtls.receive);
    }
    // Whoever needs them sees the failure; as long as nobody does, it must not end the process.
    for (const opened of [this.send, this.receive]) opened.catch(() => undefined);
  }

  /** Where and how to reach both, roles settled if they are connected. */
  async info(): Promise<Record<Direction, TransportInfo>> {
    const [send, receive] = await Promise.all([this.send, this.receive, this.#connected.send, this.#connected.receive]);
    return { send: send.info, receive: receive.info };
  }

  /** @throws RoomError `bad-request` when it is connected already. */
  async connect(direction: Direction, dtlsParameters: DtlsParameters): Promise<void> {
    if (this.#connected[direction]) {
      throw roomError('bad-request', `The ${direction} transport is connected already: its fingerprints are known.`);
    }
    await this.#connect(direction, dtlsParameters);
  }

  /** New ICE parameters for one of them. */
  async restartIce(direction: Direction): Promise<IceParameters> {
    return (await this[direction]).restartIce();
  }

  close(): void {
    for (const opened of [this.send, this.receive]) {
      opened.then(
        (transport) => transport.close(),
        () => undefined,
      );
    }
  }

  #connect(direction: Direction, { role = 'auto', fingerprints }: DtlsParameters): Promise<void> {
    const settled = role === 'auto' ? CLIENT_ROLE[direction] : role;
    const connected = this[direction].then((transport) => transport.connect({ role: settled, fingerprints }));
    this.#connected[direction] = connected;
    connected.catch(() => undefined);
    return connected;
  }
}
