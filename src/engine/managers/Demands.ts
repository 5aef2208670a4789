import { roomError } from '../../errors/index.ts';
import type { Demand, DemandHandle } from '../Demand.ts';
import type { SubscriptionKinds } from '../streamArguments.ts';
import { streamId } from '../Topic.ts';
import type { Subscriptions } from './subscriptions/Subscriptions.ts';

type Target = Pick<Subscriptions, 'add'>;
type Registration = ReturnType<Target['add']>;
type Changeable = { -readonly [Key in keyof Demand]: Demand[Key] };

/** All demands of the application. They outlive a connection: the next one finds them here. */
export class Demands {
  readonly #demands = new Map<Changeable, Registration | null>();
  /** Demands made by `addSubscription`, by stream. */
  readonly #explicit = new Map<string, { kinds: SubscriptionKinds; handles: DemandHandle[] }>();
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
    this.#explicit.set(streamId(participantId, key), { kinds, handles });
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
    for (const handle of this.#explicit.get(id)?.handles ?? []) handle.release();
    this.#explicit.delete(id);
  }

  handleConnected(target: Target): void {
    this.#target = target;
    for (const demand of this.#demands.keys()) this.#demands.set(demand, target.add(demand));
  }

  handleDisconnected(): void {
    this.#target = null;
    for (const demand of this.#demands.keys()) this.#demands.set(demand, null);
  }
}
