import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keyCommand } from '../../src/commands/keyCommand.ts';
import { ApiKeysRepository } from '../../src/db/repositories/ApiKeysRepository.ts';
import { SigningKeysRepository } from '../../src/db/repositories/SigningKeysRepository.ts';
import { SigningKeys } from '../../src/tokens/SigningKeys.ts';
import { DATABASES } from '../support/databases.ts';
import { TestClock } from '../support/TestClock.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';

describe.each(DATABASES)('commands about keys on %s', (_name, start) => {
  let database: TestDatabase;
  let clock: TestClock;
  let apiKeys: ApiKeysRepository;
  let signingKeys: SigningKeys;
  beforeAll(async () => {
    database = await start();
  });
  beforeEach(async () => {
    await database.reset();
    clock = new TestClock();
    apiKeys = new ApiKeysRepository(database.database.db, clock.now);
    signingKeys = await SigningKeys.open(new SigningKeysRepository(database.database.db, clock.now), clock.now);
  });
  afterAll(() => database?.stop());

  const run = async (...args: string[]) => keyCommand(args)({ repositories: { apiKeys }, signingKeys });

  test('list keys of the settings and of the command line, the newest first', async () => {
    await apiKeys.remember(['a'.repeat(64)]);
    clock.advance({ days: 1 });
    const made = await run('create', 'billing');
    const [key] = await apiKeys.list();
    await apiKeys.used([[key?.id ?? '', new Date('2026-03-12T08:15:59Z')]]);
    await apiKeys.used([[key?.id ?? '', new Date('2026-03-11T00:00:00Z')]]);
    expect((await run('list')).split('\n')).toEqual([
      expect.stringMatching(/^ID +NAME {8}CREATED {5}LAST USED {9}STATE$/),
      `${key?.id}  billing     2026-03-11  2026-03-12 08:15  good`,
      expect.stringMatching(/^\S{36} {2}\(settings\) {2}2026-03-10 {2}never +good where PARLOUR_API_KEY holds it$/),
    ]);
    expect(await run('list')).not.toContain(made.split('\n')[0]);
  });

  test('revoke a key by its name or its id, once, and a name is free again then', async () => {
    await run('create', 'billing');
    await expect(run('create', 'billing')).rejects.toThrow(/is named "billing" already/);
    expect(await run('revoke', 'billing')).toMatch(/^The key billing \(\S{36}\) is revoked\.$/);
    expect(await run('revoke', 'billing')).toBe('The key "billing" was revoked before.');
    await run('create', 'billing');
    const [key] = await apiKeys.inForce([]);
    await run('revoke', key?.id ?? '');
    expect(await apiKeys.inForce([])).toEqual([]);
    await expect(run('revoke', 'nothing')).rejects.toThrow('There is no key "nothing"');
  });

  test('revoke a key of the settings, and say what remains to be done', async () => {
    await apiKeys.remember(['a'.repeat(64)]);
    const [key] = await apiKeys.inForce(['a'.repeat(64)]);
    expect(await run('revoke', key?.id ?? '')).toMatch(/is revoked\. Take it out of PARLOUR_API_KEY, too\.$/);
    await apiKeys.remember(['a'.repeat(64)]);
    expect(await apiKeys.inForce(['a'.repeat(64)])).toEqual([]);
  });

  test('rotate the signing key, with those before or without', async () => {
    const before = signingKeys.active().kid;
    expect(await run('rotate-signing-key')).toMatch(/ signs from now on\. Tokens of the key before stay good\.$/);
    expect(signingKeys.jwks().keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining([before]));
    expect(await run('rotate-signing-key', '--discard')).toMatch(/All tokens of the keys before are void\.$/);
    expect(signingKeys.jwks().keys.map(({ kid }) => kid)).toEqual([signingKeys.active().kid]);
  });
});
