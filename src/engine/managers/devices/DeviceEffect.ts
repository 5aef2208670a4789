import { asRoomError } from '../../../errors/index.ts';
import type { ProcessedTrack, ProcessingCost, TrackProcessor } from '../../../media/index.ts';
import type { EffectOptions, EffectState } from '../../DeviceState.ts';
import type { Environment } from '../../Environment.ts';
import { browserConditions } from '../limits/browserConditions.ts';

/** How long the processor must be too busy until an effect is given up, in milliseconds; a moment is none. */
const BUSY_FOR = 4_000;
/** How often it is looked at, in milliseconds. */
const LOOK = 1_000;
/** More milliseconds than this for a picture: it is not fluent any more. */
const SLOW_FRAME = 66;

interface Callbacks {
  /** What it gives, or how it stands, has changed. */
  changed(): void;
}

/** One track that is being processed, or is about to be. */
interface Run {
  readonly source: MediaStreamTrack;
  readonly abort: AbortController;
  processed: ProcessedTrack | null;
}

/**
 * Has the track of a device processed, for as long as it is on: again when another device takes its place, and no
 * longer when it fails or the machine is too busy.
 */
export class DeviceEffect {
  readonly #environment: Pick<Environment, 'setTimer' | 'watchConditions'>;
  readonly #to: Callbacks;
  /** A picture is never shown without the effect that was asked for while that starts; sound is heard. */
  readonly #holds: boolean;
  #wanted: { readonly processor: TrackProcessor; readonly options: EffectOptions } | null = null;
  #source: MediaStreamTrack | null = null;
  #run: Run | null = null;
  /** The one before, which goes on until the next one gives something. */
  #before: Run | null = null;
  #state: EffectState | null = null;
  #starting: Promise<void> = Promise.resolve();
  #unwatch: (() => void) | null = null;

  constructor(
    kind: 'audio' | 'video',
    environment: Pick<Environment, 'setTimer' | 'watchConditions'>,
    callbacks: Callbacks,
  ) {
    this.#holds = kind === 'video';
    this.#environment = environment;
    this.#to = callbacks;
  }

  /** How it stands; null while none is wanted. */
  get state(): EffectState | null {
    return this.#state;
  }

  cost(): ProcessingCost | null {
    return this.#run?.processed?.cost?.() ?? null;
  }

  /**
   * The same or another effect, or none. Done when it is in force, at once while the device is off.
   *
   * @throws RoomError why it could not be.
   */
  async set(processor: TrackProcessor | null, options: EffectOptions): Promise<void> {
    this.#wanted = processor && { processor, options };
    this.#retire(processor !== null);
    if (!processor) this.#tell(null);
    else if (this.#source) this.#start(this.#source);
    else this.#tell({ status: 'off', name: processor.name });
    await this.#starting;
    if (this.#state?.status === 'failed' && this.#wanted?.processor === processor) throw this.#state.error;
  }

  /** The device gives another track now, or none. */
  handleSource(source: MediaStreamTrack | null): void {
    if (source !== this.#source) {
      this.#source = source;
      this.#retire(false);
      if (this.#wanted && source) this.#start(source);
      else if (this.#wanted) this.#tell({ status: 'off', name: this.#wanted.processor.name });
    }
    const output = this.#run?.processed?.track;
    // What the system mutes gives nothing, processed or not.
    if (output && source && output !== source) output.enabled = !source.muted;
  }

  /** What is to be sent of a track of the device; null while it is not to be seen. */
  outputOf(source: MediaStreamTrack): MediaStreamTrack | null {
    const of = (run: Run | null) => (run?.source === source ? run.processed?.track : undefined);
    const ready = of(this.#run) ?? of(this.#before);
    if (ready) return ready;
    const pending = this.#state?.status === 'starting' && this.#run?.source === source;
    return pending && this.#holds && !this.#plainBefore ? null : source;
  }

  /** Whether the plain track was to be seen when this effect was asked for: then it may be, until the effect starts. */
  #plainBefore = false;

  #start(source: MediaStreamTrack): void {
    const { processor } = this.#wanted as { processor: TrackProcessor };
    const run: Run = { source, abort: new AbortController(), processed: null };
    this.#run = run;
    this.#starting = this.#process(processor, run);
    this.#tell({ status: 'starting', name: processor.name });
  }

  async #process(processor: TrackProcessor, run: Run): Promise<void> {
    const current = () => this.#run === run && !run.abort.signal.aborted;
    const failed = (thrown: unknown) => {
      if (current())
        this.#giveUp({ status: 'failed', name: processor.name, error: asRoomError(thrown, 'effect-failed') });
    };
    try {
      const processed = await processor.process(run.source, { signal: run.abort.signal, failed });
      if (!current()) return processed.stop();
      run.processed = processed;
      if (processed.track !== run.source) processed.track.enabled = !run.source.muted;
      this.#end('#before');
      this.#watch();
      this.#tell({ status: 'on', name: processor.name });
    } catch (thrown) {
      failed(thrown);
    }
  }

  /** @param keep - What is shown now goes on until the next effect gives something. */
  #retire(keep: boolean): void {
    this.#unwatch?.();
    this.#unwatch = null;
    this.#plainBefore = keep && (this.#state === null || this.#state.status !== 'starting' || this.#plainBefore);
    if (keep && this.#run?.processed) {
      this.#end('#before');
      this.#before = this.#run;
      this.#run = null;
      return;
    }
    this.#end('#run');
    if (!keep) this.#end('#before');
  }

  #end(which: '#run' | '#before'): void {
    const run = which === '#run' ? this.#run : this.#before;
    if (which === '#run') this.#run = null;
    else this.#before = null;
    run?.abort.abort();
    run?.processed?.stop();
  }

  #giveUp(state: EffectState): void {
    this.#retire(false);
    this.#tell(state);
  }

  /** Gives up when the processor is too busy for long, by the browser's word or by what a frame takes. */
  #watch(): void {
    const { processor, options } = this.#wanted as { processor: TrackProcessor; options: EffectOptions };
    if (options.whenBusy === 'keep') return;
    let pressed = false;
    let busyFor = 0;
    let undoTimer = () => {};
    const { watchConditions = browserConditions } = this.#environment;
    const undoConditions = watchConditions(({ pressure }) => {
      pressed = pressure === 'serious' || pressure === 'critical';
    });
    const look = () => {
      const slow = processor.kind === 'video' && (this.cost()?.msPerFrame ?? 0) > SLOW_FRAME;
      busyFor = pressed || slow ? busyFor + LOOK : 0;
      if (busyFor >= BUSY_FOR) this.#giveUp({ status: 'stopped', name: processor.name, reason: 'busy' });
      else undoTimer = this.#environment.setTimer(LOOK, look);
    };
    undoTimer = this.#environment.setTimer(LOOK, look);
    this.#unwatch = () => {
      undoConditions();
      undoTimer();
    };
  }

  #tell(state: EffectState | null): void {
    this.#state = state;
    this.#to.changed();
  }
}
