import type { Subscriber, TransportStats } from '../../../media/index.ts';
import type { SignallingConnection } from '../../../signalling/index.ts';
import type { Environment } from '../../Environment.ts';
import type { RoomState } from '../../RoomState.ts';

/** What the subscriptions of a connection work with. */
export interface SubscriptionsDependencies {
  readonly state: RoomState;
  readonly signalling: Pick<SignallingConnection, 'request'>;
  readonly subscriber: Pick<Subscriber, 'consume' | 'close'>;
  readonly stats: Pick<TransportStats, 'subscribe'>;
  readonly environment: Pick<Environment, 'now' | 'setTimer' | 'nextFrame'>;
  /** Whether our token lets us receive at all. */
  readonly allowed: () => boolean;
  /** Ids of the streams whose subscription has started in the connection that this one takes the place of. */
  readonly started?: ReadonlySet<string>;
}
