import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import type { Clock } from '../Clock.ts';
import type { SigningKeyRow, SigningKeysRepository } from '../db/repositories/SigningKeysRepository.ts';

/** The signature algorithm of client tokens: EdDSA over Ed25519. */
export const SIGNATURE_ALGORITHM = 'EdDSA';

/**
 * How long a retired key verifies: no token lives longer than a day, and another server may have signed with it for a
 * moment more.
 */
const RETIRED_LIFE_MS = 86_400_000 + 60_000;
/** Forged tokens with made-up key ids must not cause a query each. */
const RELOAD_INTERVAL_MS = 1_000;

interface LoadedKey {
  row: SigningKeyRow;
  publicKey: CryptoKey;
  privateKey: CryptoKey;
}

/** The keys that sign and verify client tokens, kept in the database and held in memory. */
export class SigningKeys {
  readonly #repository: SigningKeysRepository;
  readonly #now: Clock;
  readonly #maxAgeMs: number;
  #keys = new Map<string, LoadedKey>();
  #active: LoadedKey | undefined;
  #loadedAt = 0;

  private constructor(repository: SigningKeysRepository, now: Clock, maxAgeMs: number) {
    this.#repository = repository;
    this.#now = now;
    this.#maxAgeMs = maxAgeMs;
  }

  /**
   * Loads the keys; the first time, makes one.
   *
   * @param maxAgeMs how long a key signs before {@link refresh} replaces it.
   */
  static async open(
    repository: SigningKeysRepository,
    now: Clock,
    maxAgeMs = Number.POSITIVE_INFINITY,
  ): Promise<SigningKeys> {
    const keys = new SigningKeys(repository, now, maxAgeMs);
    await keys.#load();
    if (!keys.#active) await keys.rotate();
    return keys;
  }

  /** Makes a new key that signs from now on. Tokens signed by the one before stay good until they expire. */
  rotate(): Promise<void> {
    return this.#replace();
  }

  /** Makes void what retired keys have signed: one of them may be in wrong hands. */
  async discardRetired(): Promise<void> {
    await this.#repository.removeRetiredBefore(new Date(this.#now().getTime() + 1));
    await this.#load();
  }

  /** Takes over what other servers have changed, replaces a key that is too old, and forgets those nobody needs. */
  async refresh(): Promise<void> {
    await this.#load();
    const now = this.#now().getTime();
    const row = this.#active?.row;
    if (row && now - row.createdAt.getTime() >= this.#maxAgeMs) await this.#replace(row.kid);
    await this.#repository.removeRetiredBefore(new Date(now - RETIRED_LIFE_MS));
  }

  async #replace(instead?: string): Promise<void> {
    const pair = await generateKeyPair(SIGNATURE_ALGORITHM, { crv: 'Ed25519', extractable: true });
    const publicJwk = await exportJWK(pair.publicKey);
    const privateJwk = await exportJWK(pair.privateKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    await this.#repository.replaceActive({ kid, publicJwk, privateJwk }, instead);
    await this.#load();
  }

  /** The key to sign with. */
  active(): { kid: string; privateKey: CryptoKey } {
    if (!this.#active) throw new Error('There is no active signing key: the signing_keys table was emptied.');
    return { kid: this.#active.row.kid, privateKey: this.#active.privateKey };
  }

  /** The public key of that id, or `null`. A key that another server made on the same database is found, too. */
  async verificationKey(kid: string | undefined): Promise<CryptoKey | null> {
    if (kid === undefined) return null;
    if (!this.#keys.has(kid) && this.#now().getTime() - this.#loadedAt >= RELOAD_INTERVAL_MS) await this.#load();
    const key = this.#keys.get(kid);
    return key && this.#isUsable(key.row) ? key.publicKey : null;
  }

  /** The public keys, as `/.well-known/jwks.json` shows them. */
  jwks(): JSONWebKeySet {
    const rows = [...this.#keys.values()].map(({ row }) => row).filter((row) => this.#isUsable(row));
    return { keys: rows.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, use: 'sig', alg: SIGNATURE_ALGORITHM })) };
  }

  #isUsable({ retiredAt }: SigningKeyRow): boolean {
    return retiredAt === null || this.#now().getTime() - retiredAt.getTime() <= RETIRED_LIFE_MS;
  }

  async #load(): Promise<void> {
    this.#loadedAt = this.#now().getTime();
    const rows = (await this.#repository.list()).filter((row) => this.#isUsable(row));
    const loaded = await Promise.all(rows.map(load));
    this.#keys = new Map(loaded.map((key) => [key.row.kid, key]));
    this.#active = loaded.find(({ row }) => row.retiredAt === null);
  }
}

async function load(row: SigningKeyRow): Promise<LoadedKey> {
  return { row, publicKey: await importKey(row.publicJwk), privateKey: await importKey(row.privateJwk) };
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  // importJWK() gives bytes for symmetric keys only.
  return (await importJWK(jwk, SIGNATURE_ALGORITHM)) as CryptoKey;
}
