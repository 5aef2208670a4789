import type { ProcessingCost, TrackProcessor } from '../../../media/index.ts';
import type { EffectOptions, EffectState } from '../../DeviceState.ts';
import type { Environment } from '../../Environment.ts';
import type { DeviceEffect } from './DeviceEffect.ts';

type Name = 'microphone' | 'camera';

interface Callbacks {
  /** What is on of a device, or null. */
  opened(name: Name): MediaStreamTrack | null;
  /** What a device gives with its effect, or how that stands, has changed. */
  changed(name: Name): void;
}

/** The effects of camera and microphone. Their code is loaded when the first one is asked for. */
export class DeviceEffects {
  readonly #environment: Pick<Environment, 'setTimer' | 'watchConditions'>;
  readonly #to: Callbacks;
  readonly #effects: Partial<Record<Name, DeviceEffect>> = {};

  constructor(environment: Pick<Environment, 'setTimer' | 'watchConditions'>, callbacks: Callbacks) {
    this.#environment = environment;
    this.#to = callbacks;
  }

  /** @throws RoomError why it cannot be in force. */
  async set(name: Name, processor: TrackProcessor | null, options: EffectOptions): Promise<void> {
    const { DeviceEffect } = await import('./DeviceEffect.ts');
    let effect = this.#effects[name];
    if (!effect) {
      const changed = () => this.#to.changed(name);
      effect = new DeviceEffect(name === 'microphone' ? 'audio' : 'video', this.#environment, { changed });
      this.#effects[name] = effect;
      effect.handleSource(this.#to.opened(name));
    }
    await effect.set(processor, options);
  }

  stateOf(name: Name): EffectState | null {
    return this.#effects[name]?.state ?? null;
  }

  costOf(name: Name): ProcessingCost | null {
    return this.#effects[name]?.cost() ?? null;
  }

  /** What is to be sent of a device; null also while it is not to be seen. */
  outputOf(name: Name): MediaStreamTrack | null {
    const opened = this.#to.opened(name);
    const effect = this.#effects[name];
    return opened && effect ? effect.outputOf(opened) : opened;
  }

  /** A device gives another track now, or none. */
  handleSource(name: Name): void {
    this.#effects[name]?.handleSource(this.#to.opened(name));
  }
}
