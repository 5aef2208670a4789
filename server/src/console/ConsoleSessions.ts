import { createHash, randomBytes } from 'node:crypto';
import type { ApiKeyAuthenticator } from '../apiKeys/ApiKeyAuthenticator.ts';
import type { Clock } from '../Clock.ts';
import type { ConsoleSessionsRepository } from '../db/repositories/ConsoleSessionsRepository.ts';

const TOKEN_BYTES = 32;

/** Somebody who is signed in. */
export interface ConsoleSession {
  /** The API key that opened it. */
  readonly apiKeyId: string;
  readonly expiresAt: Date;
  /** What a request that changes something has to carry: a page of another origin cannot read it. */
  readonly csrfToken: string;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** Who is signed in to the console. What the cookie holds is known to the browser alone; here its hash is kept. */
export class ConsoleSessions {
  readonly #repository: ConsoleSessionsRepository;
  readonly #keys: ApiKeyAuthenticator;
  readonly #now: Clock;
  readonly #lifetimeSecs: number;
  readonly #listeners = new Set<(token: string) => void>();

  /** @param lifetimeSecs - How long one stays signed in. */
  constructor(
    repository: ConsoleSessionsRepository,
    keys: ApiKeyAuthenticator,
    { now, lifetimeSecs }: { now: Clock; lifetimeSecs: number },
  ) {
    this.#repository = repository;
    this.#keys = keys;
    this.#now = now;
    this.#lifetimeSecs = lifetimeSecs;
  }

  /** Opens a session with an API key; `null`: it is none of this server. */
  async open(apiKey: string): Promise<{ token: string; session: ConsoleSession } | null> {
    const apiKeyId = this.#keys.identify(`Bearer ${apiKey}`);
    if (apiKeyId === null) return null;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = new Date(this.#now().getTime() + this.#lifetimeSecs * 1000);
    await this.#repository.removeOver();
    await this.#repository.add({ hash: hashOf(token).toString('hex'), apiKeyId, expiresAt });
    return { token, session: sessionOf(token, apiKeyId, expiresAt) };
  }

  /** The session of a cookie, unless it is over or its API key was revoked. */
  async find(token: string): Promise<ConsoleSession | null> {
    const stored = await this.#repository.find(hashOf(token).toString('hex'));
    if (stored === null || !this.#keys.isInForce(stored.apiKeyId)) return null;
    return sessionOf(token, stored.apiKeyId, stored.expiresAt);
  }

  async end(token: string): Promise<void> {
    await this.#repository.remove(hashOf(token).toString('hex'));
    for (const listener of this.#listeners) listener(token);
  }

  /** Tells which session was ended here. Returns what undoes it. */
  onEnded(listener: (token: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const sessionOf = (token: string, apiKeyId: string, expiresAt: Date): ConsoleSession => ({
  apiKeyId,
  expiresAt,
  csrfToken: hashOf(`csrf:${token}`).toString('base64url'),
});
