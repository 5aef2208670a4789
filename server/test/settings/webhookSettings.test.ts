import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';

const SECRET = `whsec_${Buffer.alloc(24, 's').toString('base64')}`;

test('the settings of webhooks have defaults', () => {
  expect(loadConfig({}).webhooks).toEqual({
    secrets: [],
    timeoutSecs: 10,
    maxAttempts: 12,
    keepDays: 30,
    allowPrivate: false,
  });
});

test('several secrets may be set', () => {
  const config = loadConfig({ PARLOUR_WEBHOOK_SECRET: `${SECRET}, ${SECRET}`, PARLOUR_WEBHOOK_ALLOW_PRIVATE: 'true' });
  expect(config.webhooks).toMatchObject({ secrets: [SECRET, SECRET], allowPrivate: true });
});

test.each([
  ['PARLOUR_WEBHOOK_SECRET', 'hunter2hunter2hunter2hunter2hunter2'],
  ['PARLOUR_WEBHOOK_SECRET', `whsec_${Buffer.alloc(23).toString('base64')}`],
  ['PARLOUR_WEBHOOK_SECRET', `whsec_${Buffer.alloc(65).toString('base64')}`],
  ['PARLOUR_WEBHOOK_TIMEOUT_SECS', '31'],
  ['PARLOUR_WEBHOOK_MAX_ATTEMPTS', '0'],
  ['PARLOUR_WEBHOOK_KEEP_DAYS', 'long'],
  ['PARLOUR_WEBHOOK_ALLOW_PRIVATE', 'yes'],
])('%s is refused by name when it cannot be used: %s', (name, value) => {
  expect(() => loadConfig({ [name]: value })).toThrow(name);
  if (name.endsWith('SECRET')) expect(() => loadConfig({ [name]: value })).not.toThrow(value);
});
