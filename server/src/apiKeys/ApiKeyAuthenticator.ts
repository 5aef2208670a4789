import { timingSafeEqual } from 'node:crypto';
import type { ApiKeysRepository, StoredApiKey } from '../db/repositories/ApiKeysRepository.ts';
import { hashApiKey } from './hashApiKey.ts';

/** Tells whether a request carries an API key that is in force. Holds hashes only. */
export class ApiKeyAuthenticator {
  readonly #keys: readonly { id: string; hash: Buffer }[];

  private constructor(keys: readonly StoredApiKey[]) {
    this.#keys = keys.map(({ id, hash }) => ({ id, hash: Buffer.from(hash, 'hex') }));
  }

  /** Takes the keys of the settings into force, and all other keys of the database out of it. */
  static async open(repository: ApiKeysRepository, keys: readonly string[]): Promise<ApiKeyAuthenticator> {
    return new ApiKeyAuthenticator(await repository.replaceAll([...new Set(keys.map(hashApiKey))]));
  }

  /** The id of the key in an `Authorization: Bearer` header, or `null`. */
  identify(authorization: string | undefined): string | null {
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (key === undefined) return null;
    const hash = Buffer.from(hashApiKey(key), 'hex');
    let id: string | null = null;
    // Every key is compared, in constant time: how long it takes tells nothing about the keys.
    for (const known of this.#keys) if (timingSafeEqual(known.hash, hash)) id = known.id;
    return id;
  }
}
