import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkDataFolder } from '../../src/operations/checkDataFolder.ts';
import { Readiness } from '../../src/operations/Readiness.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-ready-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readiness', () => {
  it('is not given by a part that does not answer in time', async () => {
    vi.useFakeTimers();
    const readiness = new Readiness();
    readiness.add('stuck', () => new Promise(() => undefined));
    const report = readiness.run();
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    expect(await report).toMatchObject({ ready: false, checks: { stuck: 'failed' } });
  });

  it('needs a data folder that takes a file, and leaves none there', async () => {
    const data = join(folder, 'data');
    await expect(checkDataFolder(data)).resolves.toBeUndefined();
    expect(readdirSync(data)).toEqual([]);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(checkDataFolder(file)).rejects.toThrow(/EEXIST|ENOTDIR/);
  });

  it('needs space in the data folder', async () => {
    await expect(checkDataFolder(folder, async () => 1_000)).rejects.toThrow(/1000 bytes left/);
    expect(readdirSync(folder)).toEqual([]);
  });
});
