import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimServerId } from '../../src/servers/claimServerId.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-id-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a server has the same id after every restart', () => {
  const first = claimServerId(folder);
  first.release();
  const second = claimServerId(folder);
  expect(second.id).toBe(first.id);
  expect(second.id).toMatch(/^[0-9a-f-]{36}$/);
  second.release();
});

test('servers that share a folder have ids of their own, and keep them', () => {
  const [first, second] = [claimServerId(folder), claimServerId(folder)];
  expect(second.id).not.toBe(first.id);
  first.release();
  const third = claimServerId(folder);
  expect(third.id).toBe(first.id);
  second.release();
  third.release();
});

test('an id that was cut off while it was written is replaced', () => {
  const { id, release } = claimServerId(folder);
  release();
  const file = join(folder, 'servers/1/id');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, id.slice(0, 20));
  const replaced = claimServerId(folder);
  expect(readFileSync(file, 'utf8')).toBe(`${replaced.id}\n`);
  expect(replaced.id).toMatch(/^[0-9a-f-]{36}$/);
  replaced.release();
});
