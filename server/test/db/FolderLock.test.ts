import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderLock } from '../../src/db/FolderLock.ts';
import { thisProcess } from '../../src/db/processIdentity.ts';
import { StartupError } from '../../src/StartupError.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lockFile = () => join(folder, 'db.lock');
const writeLock = (content: string) => writeFileSync(lockFile(), content);

test('a folder is held by one lock, until it is released', () => {
  const lock = FolderLock.acquire(folder);
  expect(() => FolderLock.acquire(folder)).toThrow(StartupError);
  expect(() => FolderLock.acquire(folder)).toThrow(`in use by process ${process.pid}`);
  lock.release();
  lock.release();
  FolderLock.acquire(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock that a killed process left behind is taken over', () => {
  const module = pathToFileURL(join(import.meta.dirname, '../../src/db/FolderLock.ts')).href;
  const script = `(await import('${module}')).FolderLock.acquire(process.argv[1]); process.kill(process.pid, 'SIGKILL')`;
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script, folder]);
  expect(child.signal).toBe('SIGKILL');
  expect(JSON.parse(readFileSync(lockFile(), 'utf8')).pid).toBe(child.pid);
  FolderLock.acquire(folder).release();
});

test('a lock of a living process is respected', () => {
  // The process that started this one certainly lives.
  const parent = { ...thisProcess(), pid: process.ppid };
  const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const startTime = `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  writeLock(JSON.stringify({ ...parent, startTime }));
  expect(() => FolderLock.acquire(folder)).toThrow(`in use by process ${process.ppid}`);
});

test('a pid that another process has by now does not hold the lock, not even the own one', () => {
  for (const pid of [process.pid, process.ppid]) {
    writeLock(JSON.stringify({ ...thisProcess(), pid, startTime: 'another boot/1' }));
    FolderLock.acquire(folder).release();
  }
});

test.each([
  ['of a process on another host', JSON.stringify({ host: 'another-container', pid: 1, startTime: null })],
  ['that cannot be read', '{"pid":'],
])('a lock %s holds while it shows signs of life, and not after', (_what, content) => {
  writeLock(content);
  expect(() => FolderLock.acquire(folder)).toThrow(StartupError);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lockFile(), longAgo, longAgo);
  FolderLock.acquire(folder).release();
});
