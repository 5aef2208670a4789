import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../Clock.ts';
import type { ApiKeysRepository } from '../db/repositories/ApiKeysRepository.ts';
import { hashApiKey } from './hashApiKey.ts';

/** Tells whether a request carries an API key that is in force. Holds hashes only. */
export class ApiKeyAuthenticator {
  readonly #repository: ApiKeysRepository;
  readonly #settings: readonly string[];
  readonly #now: Clock;
  #keys: readonly { id: string; hash: Buffer }[] = [];
  /** When each key was used last, as far as it is not on record. */
  readonly #used = new Map<string, Date>();

  private constructor(repository: ApiKeysRepository, settings: readonly string[], now: Clock) {
    this.#repository = repository;
    this.#settings = settings;
    this.#now = now;
  }

  /**
   * Takes the keys of the settings into force, and those that the command line made; none that was revoked.
   *
   * @param onRevoked told how many keys of the settings are revoked: they open nothing.
   */
  static async open(
    repository: ApiKeysRepository,
    keys: readonly string[],
    now: Clock,
    onRevoked: (count: number) => void = () => {},
  ): Promise<ApiKeyAuthenticator> {
    const hashes = [...new Set(keys.map(hashApiKey))];
    const authenticator = new ApiKeyAuthenticator(repository, hashes, now);
    await repository.remember(hashes);
    await authenticator.refresh();
    const inForce = new Set(authenticator.#keys.map(({ hash }) => hash.toString('hex')));
    const revoked = hashes.filter((hash) => !inForce.has(hash)).length;
    if (revoked > 0) onRevoked(revoked);
    return authenticator;
  }

  /** The id of the key in an `Authorization: Bearer` header, or `null`. */
  identify(authorization: string | undefined): string | null {
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (key === undefined) return null;
    const hash = Buffer.from(hashApiKey(key), 'hex');
    let id: string | null = null;
    // Every key is compared, in constant time: how long it takes tells nothing about the keys.
    for (const known of this.#keys) if (timingSafeEqual(known.hash, hash)) id = known.id;
    if (id !== null) this.#used.set(id, this.#now());
    return id;
  }

  /** Whether the key of that id still opens this server. */
  isInForce(id: string): boolean {
    return this.#keys.some((key) => key.id === id);
  }

  /** Puts on record which keys were used, and looks which are in force now. */
  async refresh(): Promise<void> {
    const used = [...this.#used];
    this.#used.clear();
    await this.#repository.used(used);
    const keys = await this.#repository.inForce(this.#settings);
    this.#keys = keys.map(({ id, hash }) => ({ id, hash: Buffer.from(hash, 'hex') }));
  }
}
