import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** More than this waits to be read: ffmpeg does not keep up, and never will. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;
/** The session never times out: a microphone may be off for hours. */
const SESSION = 'Session: 1;timeout=86400';

/**
 * Hands RTP packets to one ffmpeg, which reads them as an RTSP stream with the packets interleaved in its connection
 * (RFC 2326, 10.12). Over a connection nothing is lost, no pair of ports has to be free, packets that come before
 * ffmpeg is ready wait, and when the server dies ffmpeg finds the end of the stream and completes its file.
 */
export class RtpFeed {
  /** The address for ffmpeg. */
  readonly url: string;
  readonly #server: Server;
  readonly #sdp: string;
  readonly #firstTimestamp: number;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #socket: Socket | null = null;
  #playing = false;
  #ended = false;

  private constructor(server: Server, sdp: string, firstTimestamp: number) {
    this.#server = server;
    this.#sdp = sdp;
    this.#firstTimestamp = firstTimestamp;
    this.url = `rtsp://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    server.on('connection', (socket) => this.#connected(socket));
  }

  /**
   * @param sdp - Describes the one stream that there is.
   * @param firstTimestamp - What stands at the beginning of the file, also if ffmpeg passes over the first packets.
   */
  static async open(sdp: string, firstTimestamp: number): Promise<RtpFeed> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new RtpFeed(server, sdp, firstTimestamp);
  }

  /** Passes a packet on; false: far too many wait already. */
  write(packet: Buffer): boolean {
    if (this.#ended) return true;
    const framed = Buffer.allocUnsafe(4 + packet.length);
    framed.writeUInt8(0x24, 0);
    framed.writeUInt8(0, 1);
    framed.writeUInt16BE(packet.length, 2);
    packet.copy(framed, 4);
    if (this.#playing && this.#socket) {
      this.#socket.write(framed);
      return this.#socket.writableLength < MOST_WAITING_BYTES;
    }
    this.#waiting.push(framed);
    this.#waitingBytes += framed.length;
    return this.#waitingBytes < MOST_WAITING_BYTES;
  }

  /** The stream is over: ffmpeg gets what still waits, and then the end. Idempotent. */
  end(): void {
    this.#ended = true;
    if (this.#playing) this.#socket?.end();
  }

  /** Nobody reads any more. Idempotent. */
  close(): void {
    this.#ended = true;
    this.#server.close();
    this.#socket?.destroy();
  }

  #connected(socket: Socket): void {
    if (this.#socket) return void socket.destroy();
    this.#socket = socket;
    this.#server.close();
    // It tells of its end by ending.
    socket.on('error', () => undefined);
    let received = '';
    socket.setEncoding('latin1').on('data', (text: string) => {
      received = this.#answerAll(received + text);
    });
  }

  /** Answers the requests in what has been received; gives the rest. */
  #answerAll(received: string): string {
    let rest = received;
    while (rest !== '') {
      const length = rest.startsWith('$') ? frameLength(rest) : requestLength(rest);
      if (length === null || rest.length < length) return rest;
      // Frames are reception reports, which say nothing on a connection within the machine.
      if (!rest.startsWith('$')) this.#answer(rest.slice(0, length));
      rest = rest.slice(length);
    }
    return rest;
  }

  #answer(request: string): void {
    const method = request.slice(0, request.indexOf(' '));
    const cseq = /^CSeq: *(\d+)/im.exec(request)?.[1] ?? '0';
    const reply = (headers: string[], body = '') =>
      this.#socket?.write(['RTSP/1.0 200 OK', `CSeq: ${cseq}`, ...headers, '', body].join('\r\n'));
    switch (method) {
      case 'DESCRIBE':
        reply(['Content-Type: application/sdp', `Content-Length: ${this.#sdp.length}`], this.#sdp);
        break;
      case 'SETUP':
        reply(['Transport: RTP/AVP/TCP;unicast;interleaved=0-1', SESSION]);
        break;
      case 'PLAY':
        reply([SESSION, `RTP-Info: url=${this.url};seq=0;rtptime=${this.#firstTimestamp}`]);
        this.#play();
        break;
      case 'OPTIONS':
        reply(['Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN']);
        break;
      default:
        reply([SESSION]);
    }
  }

  #play(): void {
    this.#playing = true;
    for (const framed of this.#waiting) this.#socket?.write(framed);
    this.#waiting = [];
    if (this.#ended) this.#socket?.end();
  }
}

function requestLength(text: string): number | null {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  return end + 4 + Number(/^Content-Length: *(\d+)/im.exec(text.slice(0, end))?.[1] ?? 0);
}

function frameLength(text: string): number | null {
  return text.length < 4 ? null : 4 + text.charCodeAt(2) * 256 + text.charCodeAt(3);
}
