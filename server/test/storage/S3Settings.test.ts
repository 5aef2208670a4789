import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/settings/ConfigError.ts';
import { readS3Settings } from '../../src/storage/S3Settings.ts';

describe('the settings of S3', () => {
  test.each([{}, { PARLOUR_STORAGE: ' ' }, { PARLOUR_STORAGE: 'local' }])('are none with %j', (env) => {
    expect(readS3Settings(env)).toBeNull();
  });

  test('have a default for all but the bucket', () => {
    expect(readS3Settings({ PARLOUR_STORAGE: 's3://media' })).toEqual({
      bucket: 'media',
      prefix: '',
      endpoint: null,
      region: 'us-east-1',
      forcePathStyle: false,
      credentials: null,
    });
  });

  test.each(['s3://media/calls/2026', 's3://media/calls/2026/'])('are read, with the prefix of %s', (text) => {
    const env = {
      PARLOUR_STORAGE: text,
      PARLOUR_S3_ENDPOINT: 'https://minio.example.org',
      PARLOUR_S3_REGION: 'eu-central-1',
      PARLOUR_S3_PATH_STYLE: 'true',
      PARLOUR_S3_ACCESS_KEY_ID: 'id',
      PARLOUR_S3_SECRET_ACCESS_KEY: 'secret',
    };
    expect(readS3Settings(env)).toEqual({
      bucket: 'media',
      prefix: 'calls/2026/',
      endpoint: 'https://minio.example.org/',
      region: 'eu-central-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    });
  });

  test.each([
    [{ PARLOUR_STORAGE: 'ftp://media' }, /PARLOUR_STORAGE must be "local"/],
    [{ PARLOUR_STORAGE: 's3://' }, /PARLOUR_STORAGE/],
    [{ PARLOUR_STORAGE: 's3://media/a b' }, /PARLOUR_STORAGE/],
    [{ PARLOUR_STORAGE: 's3://media', PARLOUR_S3_ENDPOINT: 'minio' }, /PARLOUR_S3_ENDPOINT/],
    [{ PARLOUR_STORAGE: 's3://media', PARLOUR_S3_PATH_STYLE: 'yes' }, /PARLOUR_S3_PATH_STYLE/],
    [{ PARLOUR_STORAGE: 's3://media', PARLOUR_S3_ACCESS_KEY_ID: 'id' }, /go together/],
    [{ PARLOUR_STORAGE: 's3://media', PARLOUR_S3_SECRET_ACCESS_KEY: 'secret' }, /go together/],
  ])('are refused as %j', (env, message) => {
    expect(() => readS3Settings(env)).toThrow(ConfigError);
    expect(() => readS3Settings(env)).toThrow(message);
    expect(() => readS3Settings(env)).not.toThrow(/secret$/);
  });
});
