import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { contentTypeOf } from './contentTypeOf.ts';
import type { S3Settings } from './S3Settings.ts';
import { type ByteRange, requireKey, type Storage } from './Storage.ts';

/** Keeps files in a bucket of S3, or of what speaks its language; downloads come from there. */
export class S3Storage implements Storage {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  constructor({ bucket, prefix, endpoint, region, forcePathStyle, credentials }: S3Settings) {
    this.#bucket = bucket;
    this.#prefix = prefix;
    this.#client = new S3Client({
      region,
      forcePathStyle,
      ...(endpoint !== null && { endpoint }),
      // Without: from where the SDK finds them by itself, the role of the machine say.
      ...(credentials && { credentials }),
    });
  }

  async put(key: string, file: string): Promise<void> {
    const upload = new Upload({
      client: this.#client,
      params: { ...this.#named(key), Body: createReadStream(file), ContentType: contentTypeOf(key) },
    });
    await upload.done();
    await rm(file);
  }

  async size(key: string): Promise<number | null> {
    try {
      return (await this.#client.send(new HeadObjectCommand(this.#named(key)))).ContentLength ?? null;
    } catch (error) {
      if ((error as Error).name === 'NotFound') return null;
      throw error;
    }
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const stretch = range && { Range: `bytes=${range.start}-${range.end}` };
    const { Body } = await this.#client.send(new GetObjectCommand({ ...this.#named(key), ...stretch }));
    return Body as Readable;
  }

  async fetch(key: string, file: string): Promise<void> {
    await pipeline(await this.open(key), createWriteStream(file, { flags: 'wx' }));
  }

  async delete(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#named(key)));
  }

  signedUrl(key: string, expiresInSecs: number): Promise<string> {
    const disposition = { ResponseContentDisposition: `attachment; filename="${basename(key)}"` };
    const command = new GetObjectCommand({ ...this.#named(key), ...disposition });
    return getSignedUrl(this.#client, command, { expiresIn: expiresInSecs });
  }

  #named(key: string): { Bucket: string; Key: string } {
    requireKey(key);
    return { Bucket: this.#bucket, Key: this.#prefix + key };
  }
}
