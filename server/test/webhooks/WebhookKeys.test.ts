import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { WebhookKeys } from '../../src/webhooks/WebhookKeys.ts';

/** Secrets in memory. */
function memory() {
  const kept = new Map<string, string>();
  const ensure = async (name: string, make: () => string) => {
    const value = kept.get(name) ?? make();
    kept.set(name, value);
    return value;
  };
  return { ensure };
}
const secretOf = (letter: string) => `whsec_${Buffer.alloc(32, letter).toString('base64')}`;

test('keeps what it made', async () => {
  const secrets = memory();
  const [first, second] = [await WebhookKeys.open(secrets, []), await WebhookKeys.open(secrets, [])];
  expect([second.publicKey, second.secret]).toEqual([first.publicKey, first.secret]);
  expect(Buffer.from(first.publicKey, 'base64')).toHaveLength(32);
});

test('signs with every secret that is set, so that a new one can take the place of an old one', async () => {
  const set = [secretOf('n'), secretOf('o')];
  const keys = await WebhookKeys.open(memory(), set);
  expect(keys.secret).toBe(set[0]);
  const headers = keys.headersFor('1', '{}', new Date());
  for (const secret of set) expect(new Webhook(secret).verify('{}', headers)).toEqual({});
  expect(() => new Webhook(secretOf('x')).verify('{}', headers)).toThrow();
});
