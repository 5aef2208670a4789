import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 0x81;
const PING = 0x9;
const PONG = 0x8a;
const CLOSE = 0x8;
/** Enough to see what a message is without reading it. */
const HEAD_BYTES = 96;

interface Waiting {
  resolve(data: unknown): void;
  reject(error: Error): void;
}

/**
 * As much of a protoo client over WebSocket as measuring needs. Of what the server tells unasked it reads the method only:
 * a thousand clients in one process must not cost more than the server.
 */
export class LightSocket {
  /** How often each notification came. */
  readonly heard = new Map<string, number>();
  onNotification: (method: string) => void = () => {};
  bytes = 0;
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #rest: Buffer | null = null;
  #open: (() => void) | null = null;
  #nextId = 1;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The socket was closed.'));
      this.#waiting.clear();
    });
  }

  static async open(url: URL): Promise<LightSocket> {
    const socket = connect({ host: url.hostname, port: Number(url.port) });
    const light = new LightSocket(socket);
    const lines = [
      'GET /v2/rtc HTTP/1.1',
      `Host: ${url.host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Protocol: protoo',
    ];
    await new Promise<void>((resolve, reject) => {
      light.#open = resolve;
      socket.once('close', () => reject(new Error('The socket did not open.')));
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    });
    return light;
  }

  get closed(): boolean {
    return this.#socket.destroyed;
  }

  request(method: string, data: object): Promise<unknown> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send(TEXT, Buffer.from(JSON.stringify({ request: true, id, method, data })));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.bytes += chunk.length;
    let buffer = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (this.#open) {
      const end = buffer.indexOf('\r\n\r\n');
      if (end >= 0 && buffer.toString('latin1', 0, 12) === 'HTTP/1.1 101') this.#open();
      else if (end >= 0) this.#socket.destroy();
      if (end < 0) {
        this.#rest = buffer;
        return;
      }
      this.#open = null;
      buffer = buffer.subarray(end + 4);
    }
    let at = 0;
    for (let frame = frameAt(buffer, at); frame; frame = frameAt(buffer, at)) {
      this.#frame(frame.opcode, buffer.subarray(frame.start, frame.end));
      at = frame.end;
    }
    this.#rest = at < buffer.length ? buffer.subarray(at) : null;
  }

  #frame(opcode: number, payload: Buffer): void {
    if (opcode === PING) this.#send(PONG, payload);
    if (opcode === CLOSE) this.#socket.end();
    if (opcode !== (TEXT & 0xf)) return;
    const head = payload.toString('latin1', 0, Math.min(payload.length, HEAD_BYTES));
    const method = /^{"notification":true,"method":"(\w+)"/.exec(head)?.[1];
    if (method !== undefined) {
      this.heard.set(method, (this.heard.get(method) ?? 0) + 1);
      this.onNotification(method);
      return;
    }
    const { id, ok, data, errorReason } = JSON.parse(payload.toString());
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (ok) waiting?.resolve(data);
    else waiting?.reject(new Error(errorReason));
  }

  /** Masked with zeros, which leaves the payload as it is. */
  #send(head: number, payload: Buffer): void {
    const { length } = payload;
    const header = length < 126 ? Buffer.alloc(6) : Buffer.alloc(8);
    header[0] = head;
    header[1] = 0x80 | Math.min(length, 126);
    if (length >= 126) header.writeUInt16BE(length, 2);
    this.#socket.write(Buffer.concat([header, payload]));
  }
}

function frameAt(buffer: Buffer, at: number): { opcode: number; start: number; end: number } | null {
  if (buffer.length < at + 2) return null;
  const short = (buffer[at + 1] as number) & 0x7f;
  const header = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (buffer.length < at + header) return null;
  const length =
    short < 126 ? short : short === 126 ? buffer.readUInt16BE(at + 2) : Number(buffer.readBigUInt64BE(at + 2));
  const start = at + header;
  if (buffer.length < start + length) return null;
  return { opcode: (buffer[at] as number) & 0xf, start, end: start + length };
}
