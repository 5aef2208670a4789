/** A WebSocket frame as it is on the wire. See https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
export interface Frame {
  readonly bytes: Buffer;
  /** What a text frame says; null for the others, which keep the socket going. */
  readonly text: string | null;
}

const TEXT = 1;

/** Takes the bytes of one direction of a WebSocket apart into frames. */
export class WebSocketFrames {
  #rest: Buffer = Buffer.alloc(0);

  /** @returns The frames that are complete with these bytes. */
  push(chunk: Buffer): Frame[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const frames: Frame[] = [];
    for (let frame = this.#take(); frame; frame = this.#take()) frames.push(frame);
    return frames;
  }

  #take(): Frame | null {
    const bytes = this.#rest;
    if (bytes.length < 2) return null;
    const short = bytes.readUInt8(1) & 0x7f;
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    const masked = (bytes.readUInt8(1) & 0x80) !== 0;
    const start = 2 + lengthBytes + (masked ? 4 : 0);
    if (bytes.length < start) return null;
    const length =
      lengthBytes === 0 ? short : lengthBytes === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
    if (bytes.length < start + length) return null;
    this.#rest = bytes.subarray(start + length);
    const payload = Buffer.from(bytes.subarray(start, start + length));
    if (masked) {
      const mask = bytes.subarray(start - 4, start);
      for (let index = 0; index < length; index += 1) payload[index] = (payload[index] ?? 0) ^ (mask[index % 4] ?? 0);
    }
    const isText = (bytes.readUInt8(0) & 0x0f) === TEXT;
    return { bytes: bytes.subarray(0, start + length), text: isText ? payload.toString() : null };
  }
}
