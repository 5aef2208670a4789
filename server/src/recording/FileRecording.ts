import { randomUUID } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Clock } from '../Clock.ts';
import type { Log } from '../rooms/Log.ts';
import type { MediaTap } from '../rooms/RoomMedia.ts';
import type { RecordedTrack } from '../rooms/TrackRecorder.ts';
import { KeyFrameRequests } from './KeyFrameRequests.ts';
import type { RecordingsArchive } from './RecordingsArchive.ts';
import { type RecordedCodec, recordedCodec } from './recordedCodec.ts';
import { TrackFile } from './TrackFile.ts';

const LOOPBACK = '127.0.0.1';
/** Enough for some key frames while the machine is busy with something else. */
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;

/** What is on record of the beginning is put right while the recording goes on if it is further off than this. */
const CORRECTED_FROM_MS = 10;

/** What a {@link FileRecording} works with. */
export interface FileRecordingOptions {
  archive: RecordingsArchive;
  log: Log;
  now: Clock;
  /** It has ended although nobody stopped it, after so many milliseconds. */
  onBroken(afterMs: number): void;
}

/** One recording: what comes of a track, from its first packet until it is stopped, in one file. */
export class FileRecording {
  readonly id = randomUUID();
  /** Done when the file is stored, or it is certain that there is none. Never rejects. */
  readonly done: Promise<void>;
  readonly #track: RecordedTrack;
  readonly #options: FileRecordingOptions;
  readonly #socket: Socket = createSocket({ type: 'udp4', recvBufferSize: RECEIVE_BUFFER_BYTES });
  readonly #finished = Promise.withResolvers<void>();
  readonly #keyFrames = new KeyFrameRequests(() => this.#tap?.requestKeyFrame());
  #tap: MediaTap | null = null;
  #file: TrackFile | null = null;
  #first: { at: number; wall: number } | null = null;
  #onRecord: Promise<boolean> = Promise.resolve(false);
  /** The beginning as it is on record. */
  #startedAt = new Date(0);
  #ended = false;

  constructor(track: RecordedTrack, options: FileRecordingOptions) {
    this.#track = track;
    this.#options = options;
    this.done = this.#finished.promise;
    void this.#open();
  }

  /** Idempotent. */
  stop(): void {
    this.#end(null);
  }

  async #open(): Promise<void> {
    const { archive, log } = this.#options;
    try {
      this.#socket.on('error', (error) => log.warn({ err: error }, 'The socket of a recording failed.'));
      this.#socket.bind(0, LOOPBACK);
      await once(this.#socket, 'listening');
      const { port } = this.#socket.address();
      const tap = await this.#track.openTap({
        port,
        onResumed: () => this.#resumed(),
        onReport: (report, clock) => {
          this.#file?.report(report, clock);
          this.#correctStart();
        },
      });
      this.#tap = tap;
      const codec = recordedCodec(this.#track.kind, tap.rtpParameters);
      await archive.prepare();
      const file = await TrackFile.open({
        codec,
        path: archive.pathOf(`${this.id}.${codec.working}`),
        onLost: () => tap.requestKeyFrame(),
        onFailed: (reason) => this.#end(reason),
      });
      this.#file = file;
      // From nowhere else on this machine.
      this.#socket.connect(tap.port, LOOPBACK);
      await once(this.#socket, 'connect');
      this.#socket.on('message', (data) => this.#received(data, codec));
      if (this.#ended) return this.#close();
      await tap.start();
      this.#expectPicture();
    } catch (error) {
      // What is closed while it is opened has nothing to tell.
      if (!this.#ended) log.error({ err: error, ...this.#about }, 'A track cannot be recorded.');
      this.#end(null);
    }
    if (this.#ended) this.#close();
  }

  #resumed(): void {
    this.#file?.resumed();
    this.#expectPicture();
  }

  #expectPicture(): void {
    if (this.#track.kind === 'video' && !this.#ended) this.#keyFrames.begin();
  }

  #received(data: Buffer, codec: RecordedCodec): void {
    if (this.#ended || !this.#file) return;
    // Both clocks at once: with its first packet a file starts ffmpeg, which may hold everything up for a tenth of a second.
    const moment = { at: performance.now(), wall: this.#options.now().getTime() };
    if (!this.#file.push(data, moment.at)) return;
    this.#keyFrames.end();
    if (this.#first) return;
    // The first of all may have come before anybody listened, and nothing can be seen until there is one.
    if (codec.kind === 'video') this.#tap?.requestKeyFrame();
    this.#first = moment;
    this.#startedAt = new Date(moment.wall);
    this.#onRecord = this.#begin(codec, this.#startedAt);
  }

  /** Should the server die, what is on record then stays. */
  #correctStart(): void {
    const [file, first] = [this.#file, this.#first];
    if (this.#ended || !file || !first) return;
    const startedAt = startOf(file, first);
    if (Math.abs(startedAt.getTime() - this.#startedAt.getTime()) < CORRECTED_FROM_MS) return;
    this.#startedAt = startedAt;
    this.#onRecord = this.#onRecord.then(async (isOnRecord) => {
      if (isOnRecord) await this.#options.archive.correctStart(this.id, startedAt).catch(this.#notCorrected);
      return isOnRecord;
    });
  }

  // It is tried once more when the recording ends.
  #notCorrected = (error: unknown) =>
    this.#options.log.warn({ err: error, ...this.#about }, 'The beginning of a recording could not be put right.');

  /** Puts it on record. False: it could not be. */
  async #begin(codec: RecordedCodec, startedAt: Date): Promise<boolean> {
    const { roomId, session, participantId, streamKey, kind } = this.#track;
    try {
      const about = { id: this.id, roomId, sessionId: await session, participantId, streamKey };
      await this.#options.archive.begun({ ...about, type: kind, codec: codec.name, startedAt });
      return true;
    } catch (error) {
      this.#options.log.error({ err: error, ...this.#about }, 'A recording could not be put on record.');
      return false;
    }
  }

  #end(failure: string | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#close();
    if (failure !== null) this.#options.log.error({ ...this.#about, reason: failure }, 'A recording broke off.');
    void this.#finish(failure, this.#options.now()).finally(() => this.#finished.resolve());
  }

  async #finish(failure: string | null, endedAt: Date): Promise<void> {
    const { archive, log, onBroken } = this.#options;
    const [file, first] = [this.#file, this.#first];
    try {
      if (!file || !first) return void (await file?.end());
      if (failure !== null) onBroken(performance.now() - first.at);
      const broken = await file.end();
      const { path, ending } = file;
      const startedAt = startOf(file, first);
      if (!(await this.#onRecord)) archive.discard(this.id);
      await archive.store({
        id: this.id,
        path,
        ending,
        startedAt,
        endedAt,
        whole: broken === null,
        failure: failure ?? broken,
      });
    } catch (error) {
      log.error({ err: error, ...this.#about }, 'The end of a recording could not be put on record.');
    }
  }

  #close(): void {
    this.#keyFrames.end();
    this.#tap?.close();
    // One that is closed already says so.
    try {
      this.#socket.close();
    } catch {}
  }

  get #about() {
    const { roomId, participantId, streamKey, kind } = this.#track;
    return { recordingId: this.id, roomId, participantId, streamKey, kind };
  }
}

/** When the file begins, by the wall clock. */
function startOf(file: TrackFile, first: { at: number; wall: number }): Date {
  return new Date(first.wall - Math.round(first.at - file.begin));
}
