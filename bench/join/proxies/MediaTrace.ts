/** What a packet is, as far as it shows: everything but its first bytes is encrypted. */
export type PacketKind = 'STUN' | 'DTLS' | 'PLI' | 'RTP';

/** What was seen of one kind in one direction; times are milliseconds since 1970, at the server. */
export interface Seen {
  /** The client's port. */
  readonly port: number;
  readonly kind: PacketKind;
  readonly toServer: boolean;
  readonly first: number;
  readonly last: number;
}

/** Notes when each sort of packet was first and last seen at the server, for each client port. */
export class MediaTrace {
  readonly #seen = new Map<string, Seen>();

  add(port: number, toServer: boolean, packet: Uint8Array): void {
    const kind = packetKind(packet);
    if (!kind) return;
    const now = performance.timeOrigin + performance.now();
    const key = `${port} ${kind} ${toServer}`;
    this.#seen.set(key, { port, kind, toServer, first: this.#seen.get(key)?.first ?? now, last: now });
  }

  all(): Seen[] {
    return [...this.#seen.values()];
  }

  clear(): void {
    this.#seen.clear();
  }
}

const PAYLOAD_SPECIFIC_FEEDBACK = 206;
const PICTURE_LOSS = 1;

/** By the first byte (https://www.rfc-editor.org/rfc/rfc7983) and RTCP's packet type, which are never encrypted. */
function packetKind(packet: Uint8Array): PacketKind | null {
  const [first = 255, second = 0] = packet;
  if (first < 4) return 'STUN';
  if (first >= 20 && first < 64) return 'DTLS';
  if (first < 128 || first > 191) return null;
  const rtcp = second >= 192 && second <= 223;
  if (!rtcp) return 'RTP';
  return second === PAYLOAD_SPECIFIC_FEEDBACK && (first & 31) === PICTURE_LOSS ? 'PLI' : null;
}
