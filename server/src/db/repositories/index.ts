import { randomUUID } from 'node:crypto';
import type { Clock } from '../../Clock.ts';
import { RoomEvents } from '../../events/RoomEvents.ts';
import type { Database } from '../Database.ts';
import { AdmissionsRepository } from './AdmissionsRepository.ts';
import { ApiKeysRepository } from './ApiKeysRepository.ts';
import { BansRepository } from './BansRepository.ts';
import { CompositionsRepository } from './CompositionsRepository.ts';
import { ConsoleSessionsRepository } from './ConsoleSessionsRepository.ts';
import { RecordingsRepository } from './RecordingsRepository.ts';
import { RevocationsRepository } from './RevocationsRepository.ts';
import { RoomsRepository } from './RoomsRepository.ts';
import { SecretsRepository } from './SecretsRepository.ts';
import { ServersRepository } from './ServersRepository.ts';
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
  readonly servers: ServersRepository;
  readonly admissions: AdmissionsRepository;
  readonly bans: BansRepository;
  readonly revocations: RevocationsRepository;
  readonly apiKeys: ApiKeysRepository;
  readonly consoleSessions: ConsoleSessionsRepository;
  readonly signingKeys: SigningKeysRepository;
  readonly secrets: SecretsRepository;
  readonly webhookDeliveries: WebhookDeliveriesRepository;
}

/**
 * The repositories of a database.
 *
 * @param serverId of the server that writes who meets when. @default one of its own
 */
export function createRepositories(
  db: Database,
  now: Clock,
  serverId: string = randomUUID(),
  events: RoomEvents = new RoomEvents(db, now),
): Repositories {
  return {
    rooms: new RoomsRepository(db, now),
    sessions: new SessionsRepository(events, now, serverId),
    sessionHistory: new SessionHistory(db),
    recordings: new RecordingsRepository(db, now),
    compositions: new CompositionsRepository(db, now),
    servers: new ServersRepository(db, now),
    admissions: new AdmissionsRepository(db, now),
    bans: new BansRepository(db, now),
    revocations: new RevocationsRepository(db, now),
    apiKeys: new ApiKeysRepository(db, now),
    consoleSessions: new ConsoleSessionsRepository(db, now),
    signingKeys: new SigningKeysRepository(db, now),
    secrets: new SecretsRepository(db, now),
    webhookDeliveries: new WebhookDeliveriesRepository(db, now),
  };
}
