import { roomError } from '../../errors/index.ts';
import type { Demand, DemandHandle } from '../Demand.ts';
import type { SubscriptionKinds } from '../streamArguments.ts';
import { streamId } from '../Topic.ts';
import type { Subscriptions } from './subscriptions/Subscriptions.ts';

type Target = Pick<Subscriptions, 'add' | 'keep'>;
type Registration = ReturnType<Target['add']>;
type Changeable = { -readonly [Key in keyof Demand]: Demand[Key] };

/** What `addSubscription` has asked for. */
interface ExplicitSubscription {
  readonly participantId: string;
  readonly key: string;
  readonly handles: readonly DemandHandle[];
  /** Takes back that it is there although it wants nothing. */
  undoEmpty: (() => void) | null;
}

/** All demands of the application. They outlive a connection: the next one finds them here. */
export class Demands {
  readonly #demands = new Map<Changeable, Registration | null>();
  /** Demands made by `addSubscription`, by stream. */
  readonly #explicit = new Map<string, ExplicitSubscription>();
  #target: Target | null = null;

  add(demand: Demand): DemandHandle {
    const own: Changeable = { ...demand };
    this.#demands.set(own, this.#target?.add(own) ?? null);
    return {
      update: (change) => {
        if (!this.#demands.has(own)) return;
        Object.assign(own, change);
        this.#demands.get(own)?.changed();
      },
      release: () => {
        this.#demands.get(own)?.ended();
        this.#demands.delete(own);
      },
    };
  }

  /** Adds or replaces a demand for a whole stream, at its best. */
  addExplicit(participantId: string, key: string, kinds: SubscriptionKinds): void {
    this.removeExplicit(participantId, key);
    const handles = (['audio', 'video'] as const)
      .filter((kind) => kinds[kind])
      .map((kind) => this.add({ participantId, key, kind }));
    const explicit: ExplicitSubscription = { participantId, key, handles, undoEmpty: null };
    this.#explicit.set(streamId(participantId, key), explicit);
    this.#keep(explicit);
  }

  /** @throws RoomError `stream-not-found` unless it was added before */
  updateExplicit(participantId: string, key: string, kinds: SubscriptionKinds): void {
    if (!this.#explicit.has(streamId(participantId, key))) {
      throw roomError(
        'stream-not-found',
        `There is no subscription to "${key}" of ${participantId} to update. Call addSubscription() first.`,
      );
    }
    this.addExplicit(participantId, key, kinds);
  }

  removeExplicit(participantId: string, key: string): void {
    const id = streamId(participantId, key);
    const explicit = this.#explicit.get(id);
    for (const handle of explicit?.handles ?? []) handle.release();
    explicit?.undoEmpty?.();
    this.#explicit.delete(id);
  }

  handleConnected(target: Target): void {
    this.#target = target;
    for (const demand of this.#demands.keys()) this.#demands.set(demand, target.add(demand));
    for (const explicit of this.#explicit.values()) this.#keep(explicit);
  }

  handleDisconnected(): void {
    this.#target = null;
    for (const demand of this.#demands.keys()) this.#demands.set(demand, null);
    for (const explicit of this.#explicit.values()) explicit.undoEmpty = null;
  }

  #keep(explicit: ExplicitSubscription): void {
    if (explicit.handles.length > 0) return;
    explicit.undoEmpty = this.#target?.keep(explicit.participantId, explicit.key) ?? null;
  }
}
