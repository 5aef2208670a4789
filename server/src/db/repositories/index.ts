import type { Clock } from '../../Clock.ts';
import type { Database } from '../Database.ts';
import { ApiKeysRepository } from './ApiKeysRepository.ts';
import { RoomsRepository } from './RoomsRepository.ts';
import { SessionHistory } from './SessionHistory.ts';
import { SessionsRepository } from './SessionsRepository.ts';
import { SigningKeysRepository } from './SigningKeysRepository.ts';

/** Everything that is kept, each kind behind its own repository. */
export interface Repositories {
  readonly rooms: RoomsRepository;
  readonly sessions: SessionsRepository;
  readonly sessionHistory: SessionHistory;
  readonly apiKeys: ApiKeysRepository;
  readonly signingKeys: SigningKeysRepository;
}

/** The repositories of a database. */
export function createRepositories(db: Database, now: Clock): Repositories {
  return {
    rooms: new RoomsRepository(db, now),
    sessions: new SessionsRepository(db, now),
    sessionHistory: new SessionHistory(db),
    apiKeys: new ApiKeysRepository(db, now),
    signingKeys: new SigningKeysRepository(db, now),
  };
}
