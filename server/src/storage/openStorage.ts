import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { DownloadUrls } from './DownloadUrls.ts';
import { LocalStorage } from './LocalStorage.ts';
import type { Storage } from './Storage.ts';

/** The storage that the settings name: a bucket, else a folder in the data folder. */
export async function openStorage(
  { s3, dataDir }: Pick<Config, 's3' | 'dataDir'>,
  urls: Pick<DownloadUrls, 'sign'>,
): Promise<Storage> {
  if (s3 === null) return new LocalStorage(join(dataDir, 'storage'), urls);
  // The SDK is large, and most servers need none of it.
  const { S3Storage } = await import('./S3Storage.ts');
  return new S3Storage(s3);
}
