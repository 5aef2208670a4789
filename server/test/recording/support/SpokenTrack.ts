import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { opusSilence } from '../../../src/recording/opus.ts';
import { writeRtp } from '../../../src/recording/rtpPacket.ts';
import type { MediaTap, TapOptions } from '../../../src/rooms/RoomMedia.ts';
import { SenderClock } from '../../../src/rooms/SenderClock.ts';
import type { RecordedTrack } from '../../../src/rooms/TrackRecorder.ts';

const PAYLOAD_TYPE = 100;
const FRAME_MS = 20;
const FRAME_TICKS = 960;

/** A microphone whose packets come over the network of this machine, as they would from the SFU. */
export class SpokenTrack implements RecordedTrack {
  readonly roomId: string;
  readonly session: Promise<string>;
  readonly participantId = 'ada';
  readonly streamKey = 'self';
  readonly kind = 'audio';
  readonly #sockets: Socket[] = [];
  #timer: NodeJS.Timeout | null = null;
  #sent = 0;
  #begun = 0;
  #onReport: TapOptions['onReport'] | null = null;

  constructor(roomId: string, sessionId: string) {
    this.roomId = roomId;
    this.session = Promise.resolve(sessionId);
  }

  async openTap({ port, onReport }: Pick<TapOptions, 'port' | 'onReport'>): Promise<MediaTap> {
    this.#onReport = onReport;
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    this.#sockets.push(socket);
    const [, frame = Buffer.alloc(0)] = opusSilence(FRAME_TICKS) ?? [];
    const send = () => {
      const packet = { sequence: this.#sent, timestamp: this.#sent * FRAME_TICKS, marker: false, payload: frame };
      if (this.#sent === 0) this.#begun = performance.now();
      this.#sent += 1;
      socket.send(writeRtp(packet, PAYLOAD_TYPE), port, '127.0.0.1');
    };
    const codec = { mimeType: 'audio/opus', payloadType: PAYLOAD_TYPE, clockRate: 48_000, channels: 2 };
    return {
      port: socket.address().port,
      rtpParameters: {
        codecs: [{ ...codec, parameters: {}, rtcpFeedback: [] }],
        headerExtensions: [],
        encodings: [{}],
      },
      start: async () => {
        this.#timer = setInterval(send, FRAME_MS);
      },
      requestKeyFrame: () => {},
      close: () => this.end(),
    };
  }

  /** Says that it captured its first packet so long before it sent it. */
  report(latencyMs: number): void {
    const clock = new SenderClock();
    clock.came(this.#begun, this.#begun);
    this.#onReport?.({ ntpMs: this.#begun - latencyMs, timestamp: 0 }, clock);
  }

  /** Nothing comes any more. */
  end(): void {
    if (this.#timer) clearInterval(this.#timer);
    for (const socket of this.#sockets.splice(0)) socket.close();
  }
}
