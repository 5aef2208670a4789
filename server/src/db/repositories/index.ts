import type { Clock } from '../../Clock.ts';
import { RoomEvents } from '../../events/RoomEvents.ts';
import type { Database } from '../Database.ts';
import { ApiKeysRepository } from './ApiKeysRepository.ts';
import { CompositionsRepository } from './CompositionsRepository.ts';
import { RecordingsRepository } from './RecordingsRepository.ts';
import { RoomsRepository } from './RoomsRepository.ts';
import { SecretsRepository } from './SecretsRepository.ts';
import { SessionHistory } from './SessionHistory.ts';
import { SessionsRepository } from './SessionsRepository.ts';
import { SigningKeysRepository } from './SigningKeysRepository.ts';
import { WebhookDeliveriesRepository } from './WebhookDeliveriesRepository.ts';

/** Everything that is kept, each kind behind its own repository. */
export interface Repositories {
  readonly rooms: RoomsRepository;
  readonly sessions: SessionsRepository;
  readonly sessionHistory: SessionHistory;
  readonly recordings: RecordingsRepository;
  readonly compositions: CompositionsRepository;
  readonly apiKeys: ApiKeysRepository;
  readonly signingKeys: SigningKeysRepository;
  readonly secrets: SecretsRepository;
  readonly webhookDeliveries: WebhookDeliveriesRepository;
}

/** The repositories of a database. */
export function createRepositories(
  db: Database,
  now: Clock,
  events: RoomEvents = new RoomEvents(db, now),
): Repositories {
  return {
    rooms: new RoomsRepository(db, now),
    sessions: new SessionsRepository(events, now),
    sessionHistory: new SessionHistory(db),
    recordings: new RecordingsRepository(db, now),
    compositions: new CompositionsRepository(db, now),
    apiKeys: new ApiKeysRepository(db, now),
    signingKeys: new SigningKeysRepository(db, now),
    secrets: new SecretsRepository(db, now),
    webhookDeliveries: new WebhookDeliveriesRepository(db, now),
  };
}
