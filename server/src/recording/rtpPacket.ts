const HEADER_BYTES = 12;
const MARKER = 0x80;

/** What counts of an RTP packet (RFC 3550, 5.1): of one source, without header extensions and padding. */
export interface RtpPacket {
  /** 16 bits. */
  readonly sequence: number;
  /** 32 bits, in ticks of the codec's clock. */
  readonly timestamp: number;
  readonly marker: boolean;
  readonly payload: Buffer;
}

/** Reads an RTP packet; `null`: it is none, RTCP say, or it carries nothing. */
export function readRtp(data: Buffer): RtpPacket | null {
  if (data.length < HEADER_BYTES) return null;
  const [first = 0, second = 0] = data;
  // Version 2; payload types 64 to 95 are those of RTCP that shares the port (RFC 5761, 4).
  const type = second & 0x7f;
  if (first >> 6 !== 2 || (type >= 64 && type < 96)) return null;
  let start = HEADER_BYTES + (first & 0x0f) * 4;
  if (first & 0x10) {
    if (data.length < start + 4) return null;
    start += 4 + data.readUInt16BE(start + 2) * 4;
  }
  const padding = first & 0x20 ? (data.at(-1) ?? 0) : 0;
  if (start + padding >= data.length) return null;
  return {
    sequence: data.readUInt16BE(2),
    timestamp: data.readUInt32BE(4),
    marker: (second & MARKER) !== 0,
    payload: data.subarray(start, data.length - padding),
  };
}

/** Writes an RTP packet of a source of its own. The numbers are cut to their bits. */
export function writeRtp({ sequence, timestamp, marker, payload }: RtpPacket, payloadType: number): Buffer {
  const data = Buffer.allocUnsafe(HEADER_BYTES + payload.length);
  data.writeUInt8(0x80, 0);
  data.writeUInt8(payloadType | (marker ? MARKER : 0), 1);
  data.writeUInt16BE(sequence & 0xffff, 2);
  data.writeUInt32BE(timestamp % 2 ** 32, 4);
  data.writeUInt32BE(1, 8);
  payload.copy(data, HEADER_BYTES);
  return data;
}
