import { ConfigError } from '../settings/ConfigError.ts';
import { type Environment, readChoice, readText, readUrl } from '../settings/readSetting.ts';

/** Which bucket files are kept in, and how it is reached. */
export interface S3Settings {
  readonly bucket: string;
  /** What every key begins with: empty, or with a slash at its end. */
  readonly prefix: string;
  /** The address of a service other than Amazon's. */
  readonly endpoint: string | null;
  readonly region: string;
  /** Whether the bucket stands in the path of URLs and not in the name of the host. */
  readonly forcePathStyle: boolean;
  /** Without: from where the AWS SDK finds them. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
}

/** The settings of an S3 storage; `null`: files are kept in the data folder. */
export function readS3Settings(env: Environment): S3Settings | null {
  const text = readText(env, 'PARLOUR_STORAGE');
  if (text === undefined || text === 'local') return null;
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/([\w./-]*))?$/.exec(text) ?? [];
  if (bucket === undefined) {
    throw new ConfigError('PARLOUR_STORAGE must be "local", or a bucket such as s3://bucket or s3://bucket/prefix.');
  }
  const accessKeyId = readText(env, 'PARLOUR_S3_ACCESS_KEY_ID');
  const secretAccessKey = readText(env, 'PARLOUR_S3_SECRET_ACCESS_KEY');
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    throw new ConfigError('PARLOUR_S3_ACCESS_KEY_ID and PARLOUR_S3_SECRET_ACCESS_KEY go together: set both or none.');
  }
  const prefix = path.replace(/^\/+|\/+$/g, '');
  return {
    bucket,
    prefix: prefix === '' ? '' : `${prefix}/`,
    endpoint: readUrl(env, 'PARLOUR_S3_ENDPOINT', ['http:', 'https:'])?.href ?? null,
    region: readText(env, 'PARLOUR_S3_REGION') ?? 'us-east-1',
    forcePathStyle: readChoice(env, 'PARLOUR_S3_PATH_STYLE', ['true', 'false'], 'false') === 'true',
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
  };
}
