import type { RoomState } from '../RoomState.ts';
import type { Rights } from '../rights.ts';
import { sameValue } from '../sameValue.ts';
import { applyRights } from './devices/applyRights.ts';
import type { LocalDevicesManager } from './devices/LocalDevicesManager.ts';
import type { LocalStreams } from './LocalStreams.ts';
import type { Subscriptions } from './subscriptions/Subscriptions.ts';

interface Dependencies {
  readonly state: RoomState;
  readonly participantId: string;
  readonly devices: Pick<LocalDevicesManager, 'microphone' | 'camera' | 'screen'>;
}

/** What has to keep to it. */
interface Bound {
  readonly streams: Pick<LocalStreams, 'handleRights'>;
  readonly subscriptions: Pick<Subscriptions, 'handleAllowed'>;
}

/** Sees to it that a connection keeps to what we may do in the room, whenever that changes. */
export class OwnRights {
  readonly #bound: Bound;
  readonly #to: Dependencies;
  #known: Rights | null = null;

  constructor(bound: Bound, dependencies: Dependencies) {
    this.#bound = bound;
    this.#to = dependencies;
  }

  /** The state may have news of us. */
  handleChange(): void {
    const { state, participantId, devices } = this.#to;
    const { streams, subscriptions } = this.#bound;
    const participant = state.get().participants.get(participantId);
    if (!participant) return;
    const { grants, censored } = participant;
    const before = this.#known;
    if (before && sameValue(before.grants, grants) && sameValue(before.censored, censored)) return;
    this.#known = { grants, ...(censored && { censored }) };
    if (!before) return;
    if (before.grants.subscribe !== grants.subscribe) subscriptions.handleAllowed();
    streams.handleRights();
    applyRights(devices, state.get().devices, this.#known);
  }

  /**
   * Our devices are being published. What a moderator keeps off goes off here, too; what is not granted is refused by
   * the server, and its device tells that.
   */
  handlePublished(): void {
    const { state, devices } = this.#to;
    if (this.#known) applyRights(devices, state.get().devices, this.#known, ['censored']);
  }
}
