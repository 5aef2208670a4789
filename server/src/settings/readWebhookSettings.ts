import { ConfigError } from './ConfigError.ts';
import { type Environment, readChoice, readInteger, readList } from './readSetting.ts';

/** How events are delivered to webhooks. */
export interface WebhookSettings {
  /** Secrets of the Standard Webhooks signature: each delivery is signed with all. Empty: one is made and kept. */
  readonly secrets: readonly string[];
  /** How long a receiver may take where the room does not say, in seconds. */
  readonly timeoutSecs: number;
  /** How often a delivery is tried before it is given up. */
  readonly maxAttempts: number;
  /** For how many days deliveries that are over stay in the log. */
  readonly keepDays: number;
  /** Whether addresses of this machine and of private networks may be delivered to. */
  readonly allowPrivate: boolean;
}

const SMALLEST_SECRET_BYTES = 24;
const LARGEST_SECRET_BYTES = 64;

/** Reads the settings whose names begin with `PARLOUR_WEBHOOK_`. */
export function readWebhookSettings(env: Environment): WebhookSettings {
  return {
    secrets: readSecrets(env, 'PARLOUR_WEBHOOK_SECRET'),
    timeoutSecs: readInteger(env, 'PARLOUR_WEBHOOK_TIMEOUT_SECS', { min: 1, max: 30, fallback: 10 }),
    maxAttempts: readInteger(env, 'PARLOUR_WEBHOOK_MAX_ATTEMPTS', { min: 1, max: 50, fallback: 12 }),
    keepDays: readInteger(env, 'PARLOUR_WEBHOOK_KEEP_DAYS', { min: 1, max: 3650, fallback: 30 }),
    allowPrivate: readChoice(env, 'PARLOUR_WEBHOOK_ALLOW_PRIVATE', ['true', 'false'], 'false') === 'true',
  };
}

function readSecrets(env: Environment, name: string): string[] {
  const secrets = readList(env, name);
  if (!secrets.every(isSecret)) {
    // The text is not repeated: it is a secret.
    throw new ConfigError(
      `${name} must be "whsec_" and ${SMALLEST_SECRET_BYTES} to ${LARGEST_SECRET_BYTES} bytes in base64; several are separated by commas.`,
    );
  }
  return secrets;
}

function isSecret(text: string): boolean {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1];
  if (encoded === undefined) return false;
  const { length } = Buffer.from(encoded, 'base64');
  return length >= SMALLEST_SECRET_BYTES && length <= LARGEST_SECRET_BYTES;
}
