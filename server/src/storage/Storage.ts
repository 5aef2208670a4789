import type { Readable } from 'node:stream';

/** A stretch of a file, in bytes; both ends belong to it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where recordings and compositions are kept. A key is a path of letters, digits, `.`, `_`, `-` and `/`, as in
 * `recordings/<id>.webm`; a file under a key never changes.
 */
export interface Storage {
  /** Takes a local file over: it is complete under the key, or not there; the local one is gone afterwards. */
  put(key: string, file: string): Promise<void>;
  /** How many bytes a file has; `null`: there is none. */
  size(key: string): Promise<number | null>;
  /** Reads a file, or a stretch of it. Rejects when there is none. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** Puts a copy of a file where this machine can read it, under a name that is free. Rejects when there is none. */
  fetch(key: string, file: string): Promise<void>;
  /** Removes a file. One that is gone is gone. */
  delete(key: string): Promise<void>;
  /** A URL that anybody may get the file from, for so many seconds. */
  signedUrl(key: string, expiresInSecs: number): Promise<string>;
}

const KEY = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/** @throws Error when a key could lead out of the storage. */
export function requireKey(key: string): void {
  if (!KEY.test(key)) throw new Error(`"${key}" is no key of a stored file: use letters, digits, . _ - and /.`);
}
