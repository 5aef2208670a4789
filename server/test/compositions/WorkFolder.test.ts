import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WorkFolder } from '../../src/compositions/WorkFolder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parlour-work-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('WorkFolder', () => {
  test('is empty, whatever was there before', async () => {
    const first = await WorkFolder.make(root, 'one');
    writeFileSync(join(first.path, 'chunk0.mp4'), 'old');
    const second = await WorkFolder.make(root, 'one');
    expect(readdirSync(second.path)).toEqual([]);
    await second.remove();
    expect(existsSync(second.path)).toBe(false);
  });

  test('what a dead server left is removed, and the process that still writes it is ended', async () => {
    const folder = await WorkFolder.make(root, 'one');
    const child = spawn('tail', ['-f', '/dev/null']);
    const ended = once(child, 'exit');
    folder.noteProcess(child.pid as number);
    await WorkFolder.clearAll(root);
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(readdirSync(root)).toEqual([]);
  });

  test('another process with the same number is left alone', async () => {
    const folder = await WorkFolder.make(root, 'one');
    const child = spawn('tail', ['-f', '/dev/null']);
    folder.noteProcess(child.pid as number);
    const file = join(folder.path, 'ffmpeg.json');
    writeFileSync(file, JSON.stringify({ host: hostname(), pid: child.pid, startTime: 'another boot/1' }));
    await WorkFolder.clearAll(root);
    expect(child.signalCode).toBeNull();
    const ended = once(child, 'exit');
    child.kill();
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  test('there need not be anything', async () => {
    await WorkFolder.clearAll(join(root, 'nothing'));
  });
});
