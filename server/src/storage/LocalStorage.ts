import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { DownloadUrls } from './DownloadUrls.ts';
import { type ByteRange, requireKey, type Storage } from './Storage.ts';

/** Keeps files in a folder of this machine; the server itself hands them out. */
export class LocalStorage implements Storage {
  readonly #folder: string;
  readonly #urls: Pick<DownloadUrls, 'sign'>;

  constructor(folder: string, urls: Pick<DownloadUrls, 'sign'>) {
    this.#folder = folder;
    this.#urls = urls;
  }

  async put(key: string, file: string): Promise<void> {
    const target = this.#pathOf(key);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    try {
      await rename(file, target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await moveAcross(file, target);
    }
  }

  async size(key: string): Promise<number | null> {
    const found = await stat(this.#pathOf(key)).catch(unlessMissing);
    return found?.size ?? null;
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const handle = await open(this.#pathOf(key));
    return handle.createReadStream(range && { start: range.start, end: range.end });
  }

  async fetch(key: string, file: string): Promise<void> {
    try {
      // A second name for the same file: it costs no room, and stays when the first is deleted.
      await link(this.#pathOf(key), file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
      await copyFile(this.#pathOf(key), file);
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async signedUrl(key: string, expiresInSecs: number): Promise<string> {
    return this.#urls.sign(key, expiresInSecs);
  }

  #pathOf(key: string): string {
    requireKey(key);
    return join(this.#folder, key);
  }
}

/** To another disk: under another name until all of it is there. */
async function moveAcross(file: string, target: string): Promise<void> {
  const partial = `${target}.${randomUUID()}.part`;
  try {
    await copyFile(file, partial);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await rm(file);
}

function unlessMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
