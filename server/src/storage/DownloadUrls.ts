import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../Clock.ts';
import type { SecretsRepository } from '../db/repositories/SecretsRepository.ts';

/** How long a download URL of the API is good for, in seconds. */
export const DOWNLOAD_TTL_SECS = 3600;

const SECRET_NAME = 'download-urls';
const SECRET_BYTES = 32;

/** What a URL is made with. */
interface DownloadUrlsOptions {
  secret: string;
  publicUrl(): string;
  now: Clock;
}

/** Addresses at which this server hands out stored files to whoever has them, for a time: signed with HMAC-SHA-256. */
export class DownloadUrls {
  readonly #options: DownloadUrlsOptions;

  constructor(options: DownloadUrlsOptions) {
    this.#options = options;
  }

  /** With the secret that the database keeps; the first time, it is made. */
  static async open(
    secrets: Pick<SecretsRepository, 'ensure'>,
    options: Omit<DownloadUrlsOptions, 'secret'>,
  ): Promise<DownloadUrls> {
    const secret = await secrets.ensure(SECRET_NAME, () => randomBytes(SECRET_BYTES).toString('base64url'));
    return new DownloadUrls({ ...options, secret });
  }

  /** The URL of a file, good for so many seconds. */
  sign(key: string, expiresInSecs: number): string {
    const expires = String(Math.floor(this.#options.now().getTime() / 1000) + expiresInSecs);
    const signature = this.#signature(key, expires).toString('base64url');
    return `${this.#options.publicUrl()}/v2/downloads/${key}?expires=${expires}&signature=${signature}`;
  }

  /** Whether the parts of a URL belong together, and still count. */
  verify(key: string, expires: string, signature: string): 'good' | 'expired' | 'wrong' {
    const expected = this.#signature(key, expires);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'wrong';
    return Number(expires) * 1000 > this.#options.now().getTime() ? 'good' : 'expired';
  }

  #signature(key: string, expires: string): Buffer {
    return createHmac('sha256', this.#options.secret).update(`${key}\n${expires}`).digest();
  }
}
