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

/** No token lives longer than this; a retired key is of no use after it. */
const LONGEST_TOKEN_LIFE_MS = 86_400_000;
/** Forged tokens with made-up key ids must not cause a query each. */
const RELOAD_INTERVAL_MS = 10_000;

interface LoadedKey {
  row: SigningKeyRow;
  publicKey: CryptoKey;
  privateKey: CryptoKey;
}

/** The keys that sign and verify client tokens, kept in the database and held in memory. */
export class SigningKeys {
  readonly #repository: SigningKeysRepository;
  readonly #now: Clock;
  #keys = new Map<string, LoadedKey>();
  #active: LoadedKey | undefined;
  #loadedAt = 0;

  private constructor(repository: SigningKeysRepository, now: Clock) {
    this.#repository = repository;
    this.#now = now;
  }

  /** Loads the keys; the first time, makes one. */
  static async open(repository: SigningKeysRepository, now: Clock): Promise<SigningKeys> {
    const keys = new SigningKeys(repository, now);
    await keys.#load();
    if (!keys.#active) await keys.rotate();
    return keys;
  }

  /** Makes a new key that signs from now on. Tokens signed by the one before stay good until they expire. */
  async rotate(): Promise<void> {
    const pair = await generateKeyPair(SIGNATURE_ALGORITHM, { crv: 'Ed25519', extractable: true });
    const publicJwk = await exportJWK(pair.publicKey);
    const privateJwk = await exportJWK(pair.privateKey);
    await this.#repository.replaceActive({ kid: await calculateJwkThumbprint(publicJwk), publicJwk, privateJwk });
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
    return retiredAt === null || this.#now().getTime() - retiredAt.getTime() <= LONGEST_TOKEN_LIFE_MS;
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
