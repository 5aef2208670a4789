import type { TapOptions } from '../rooms/RoomMedia.ts';
import { Ffmpeg } from './Ffmpeg.ts';
import { FilledAudio } from './FilledAudio.ts';
import { PacketOrder } from './PacketOrder.ts';
import { RtpFeed } from './RtpFeed.ts';
import type { RecordedCodec } from './recordedCodec.ts';
import { type RtpPacket, readRtp, writeRtp } from './rtpPacket.ts';
import { WallClockTimeline } from './WallClockTimeline.ts';

/** Silence is written this late: sound that was held up on the way still finds its place. */
const SILENCE_AFTER_MS = 3_000;
const TICK_MS = 500;
/** ffmpeg needs no longer than this for its last words. */
const END_WITHIN_MS = 10_000;

/** What a {@link TrackFile} is made with. */
interface TrackFileOptions {
  codec: RecordedCodec;
  /** Where it is written. */
  path: string;
  /** Packets are missing for good: a key frame would help. */
  onLost(): void;
  /** Writing has ended although nobody ended it. */
  onFailed(reason: string): void;
}

/** Writes the packets of one track into a file, each where it belongs on the wall clock. Moments are of `performance`. */
export class TrackFile {
  readonly path: string;
  /** The ending of the finished file. */
  readonly ending: string;
  readonly #options: TrackFileOptions;
  readonly #feed: RtpFeed;
  readonly #timeline: WallClockTimeline;
  readonly #order: PacketOrder;
  readonly #audio: FilledAudio | null;
  #ffmpeg: Ffmpeg | null = null;
  #timer: NodeJS.Timeout | null = null;
  #sequence = 0;
  #ended = false;

  private constructor(options: TrackFileOptions, feed: RtpFeed) {
    const { codec, path, onLost } = options;
    this.path = path;
    this.ending = codec.finished;
    this.#options = options;
    this.#feed = feed;
    this.#timeline = new WallClockTimeline(codec.clockRate);
    this.#order = new PacketOrder(
      ({ packet, at }) => this.#place(this.#timeline.place(packet.timestamp, at), packet),
      onLost,
    );
    const isAudio = codec.kind === 'audio';
    this.#audio = isAudio ? new FilledAudio((ticks, payload) => this.#write(ticks, payload, false)) : null;
  }

  static async open(options: TrackFileOptions): Promise<TrackFile> {
    return new TrackFile(options, await RtpFeed.open(options.codec.sdp, options.codec.clockRate));
  }

  /** The moment at which the file begins. */
  get begin(): number {
    return this.#timeline.begin;
  }

  /** Takes what came over the network; false: it was no RTP. With the first packet ffmpeg is started. */
  push(data: Buffer, at: number): boolean {
    if (this.#ended) return false;
    const packet = readRtp(data);
    if (!packet) return false;
    if (!this.#ffmpeg) this.#start();
    this.#order.push(packet, at);
    return true;
  }

  /** What the sender says of its time. */
  report(...[report, clock]: Parameters<TapOptions['onReport']>): void {
    this.#timeline.report(report, clock, performance.now());
  }

  /** The track was off until now. */
  resumed(): void {
    this.#timeline.resumed();
  }

  /** Completes the file. Done when it is written: `null`, or the reason why it is not whole. */
  async end(): Promise<string | null> {
    if (!this.#ended && this.#ffmpeg) {
      this.#order.flush();
      this.#audio?.fillTo(this.#timeline.ticksAt(performance.now()));
    }
    this.#stop();
    this.#feed.end();
    const timer = setTimeout(() => this.#ffmpeg?.kill(), END_WITHIN_MS);
    const reason = (await this.#ffmpeg?.ended) ?? null;
    clearTimeout(timer);
    this.#feed.close();
    return reason;
  }

  #start(): void {
    const { codec, path } = this.#options;
    const input = ['-protocol_whitelist', 'rtsp,tcp,rtp', '-rtsp_transport', 'tcp', '-fpsprobesize', '0'];
    const output = ['-map', '0', '-c', 'copy', '-copyts', '-flush_packets', '1', ...codec.options, path];
    this.#ffmpeg = new Ffmpeg('ffmpeg', ['-nostdin', '-y', ...input, '-i', this.#feed.url, ...output]);
    void this.#ffmpeg.ended.then((reason) => this.#fail(reason ?? 'ffmpeg was ended from outside.'));
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  #tick(): void {
    const now = performance.now();
    this.#order.giveUp(now);
    this.#audio?.fillTo(this.#timeline.ticksAt(now - SILENCE_AFTER_MS));
  }

  #place(ticks: number, { payload, marker }: RtpPacket): void {
    if (this.#audio) this.#audio.push(ticks, payload);
    else this.#write(ticks, payload, marker);
  }

  #write(ticks: number, payload: Buffer, marker: boolean): void {
    const { clockRate, payloadType } = this.#options.codec;
    // A second on top, which ffmpeg is told of: zero would mean to it that it was told nothing.
    const packet = { sequence: this.#sequence, timestamp: ticks + clockRate, payload, marker };
    this.#sequence += 1;
    if (this.#feed.write(writeRtp(packet, payloadType))) return;
    this.#ffmpeg?.kill();
    this.#fail('ffmpeg does not keep up: the machine, or its disk, is too slow.');
  }

  #fail(reason: string): void {
    if (this.#ended) return;
    this.#stop();
    this.#feed.close();
    this.#options.onFailed(reason);
  }

  #stop(): void {
    this.#ended = true;
    if (this.#timer) clearInterval(this.#timer);
  }
}
