import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DownloadUrls } from '../../src/storage/DownloadUrls.ts';
import { LocalStorage } from '../../src/storage/LocalStorage.ts';
import { S3Storage } from '../../src/storage/S3Storage.ts';
import type { Storage } from '../../src/storage/Storage.ts';

let folder: string;
let stop: () => Promise<void>;

const starts: [name: string, start: () => Promise<Storage>][] = [
  [
    'a folder',
    async () => {
      stop = async () => {};
      const urls = new DownloadUrls({
        secret: 's',
        publicUrl: () => 'https://rooms.example.org',
        now: () => new Date(),
      });
      return new LocalStorage(join(folder, 'stored'), urls);
    },
  ],
  [
    'S3',
    async () => {
      const server = new S3rver({
        address: '127.0.0.1',
        port: 0,
        silent: true,
        directory: join(folder, 's3'),
        configureBuckets: [{ name: 'media' }],
      });
      const { port } = await server.run();
      stop = () => server.close();
      return new S3Storage({
        bucket: 'media',
        prefix: 'calls/',
        endpoint: `http://127.0.0.1:${port}`,
        region: 'us-east-1',
        forcePathStyle: true,
        credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
      });
    },
  ],
];

describe.each(starts)('storage in %s', (name, start) => {
  let storage: Storage;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parlour-storage-'));
    storage = await start();
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  const put = async (key: string, content: string) => {
    const file = join(folder, 'file');
    writeFileSync(file, content);
    await storage.put(key, file);
    expect(existsSync(file)).toBe(false);
  };

  test('gives back what was put there', async () => {
    await put('recordings/a.ogg', '0123456789');
    expect(await storage.size('recordings/a.ogg')).toBe(10);
    expect(await text(await storage.open('recordings/a.ogg'))).toBe('0123456789');
    expect(await text(await storage.open('recordings/a.ogg', { start: 2, end: 4 }))).toBe('234');
  });

  test('has nothing where nothing was put, or where it was deleted', async () => {
    await put('recordings/a.ogg', 'sound');
    await storage.delete('recordings/a.ogg');
    await storage.delete('recordings/a.ogg');
    expect(await storage.size('recordings/a.ogg')).toBeNull();
    await expect(storage.open('recordings/a.ogg')).rejects.toThrow();
  });

  test('leaves a file where it is when it cannot be taken', async () => {
    await expect(storage.put('recordings/a.ogg', join(folder, 'missing'))).rejects.toThrow();
    expect(await storage.size('recordings/a.ogg')).toBeNull();
  });

  test.each(['../a', '/a', 'a/../../b', ''])('does not take %j for a key', async (key) => {
    await expect(storage.size(key)).rejects.toThrow('no key of a stored file');
  });

  test('gives a URL for it', async () => {
    await put('recordings/a.ogg', '0123456789');
    const url = await storage.signedUrl('recordings/a.ogg', 60);
    expect(url).toContain('/recordings/a.ogg?');
    if (name !== 'S3') return;
    const answer = await fetch(url, { headers: { range: 'bytes=1-3' } });
    expect([answer.status, await answer.text()]).toEqual([206, '123']);
    expect(answer.headers.get('content-type')).toBe('audio/ogg');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a.ogg"');
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('60');
    expect(new URL(url).searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
  });
});
