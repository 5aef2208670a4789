import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import type { SecretsRepository } from '../db/repositories/SecretsRepository.ts';

const SECRET_PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** Signs deliveries, in both ways that receivers may check. */
export class WebhookKeys {
  /** What receivers check the HMAC with: the first of the secrets in force. */
  readonly secret: string;
  /** What receivers check the Ed25519 signature with: the 32 bytes of the key in base64. */
  readonly publicKey: string;
  readonly #privateKey: KeyObject;
  readonly #secrets: readonly Buffer[];

  private constructor(privateKey: KeyObject, secrets: readonly [string, ...string[]]) {
    const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
    this.secret = secrets[0];
    this.publicKey = Buffer.from(x, 'base64url').toString('base64');
    this.#privateKey = privateKey;
    this.#secrets = secrets.map((secret) => Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64'));
  }

  /**
   * Loads the keys; the first time, makes them.
   *
   * @param configured secrets that are signed with in place of the one made.
   */
  static async open(kept: Pick<SecretsRepository, 'ensure'>, configured: readonly string[]): Promise<WebhookKeys> {
    const privateKey = await kept.ensure('webhook-private-key', makePrivateKey);
    const made = () => kept.ensure('webhook-secret', makeSecret);
    const [first = await made(), ...others] = configured;
    return new WebhookKeys(createPrivateKey(privateKey), [first, ...others]);
  }

  /** The headers that sign a body: those of the published API, and those of Standard Webhooks. */
  headersFor(eventId: string, body: string, at: Date): Record<string, string> {
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const signature = sign(null, Buffer.from(`${timestamp}|${body}`), this.#privateKey).toString('base64');
    const digests = this.#secrets.map((secret) => {
      const digest = createHmac('sha256', secret).update(`${eventId}.${timestamp}.${body}`).digest('base64');
      return `v1,${digest}`;
    });
    return {
      'telnyx-timestamp': timestamp,
      'telnyx-signature-ed25519': signature,
      'webhook-id': eventId,
      'webhook-timestamp': timestamp,
      'webhook-signature': digests.join(' '),
    };
  }
}

function makePrivateKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

function makeSecret(): string {
  return SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}
