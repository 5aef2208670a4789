import { describe, expect, it } from 'vitest';
import { Scrubber } from '../../src/logs/Scrubber.ts';
import { secretsOf } from '../../src/logs/secretsOf.ts';

const scrub = (value: object, known: string[] = []) => JSON.parse(new Scrubber(known).line(JSON.stringify(value)));
const JWT = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';

describe('what is logged', () => {
  it('loses secrets by the name of their field, in any depth and spelling', () => {
    expect(
      scrub({
        a: { b: [{ c: { d: { refresh_token: 'x', 'X-Amz-Signature': 'x', secretAccessKey: 'x', room: 'seen' } } }] },
        apiKeys: ['x', 'y'],
        privateJwk: { d: 'x' },
        Authorization: 'x',
      }),
    ).toEqual({
      a: {
        b: [
          {
            c: {
              d: {
                refresh_token: '[secret]',
                'X-Amz-Signature': '[secret]',
                secretAccessKey: '[secret]',
                room: 'seen',
              },
            },
          },
        ],
      },
      apiKeys: '[secret]',
      privateJwk: '[secret]',
      Authorization: '[secret]',
    });
  });

  it.each([
    ['a token', `It was ${JWT}.`, `It was [secret].`],
    ['a header', 'sent Authorization: Bearer abc.def-1 to it', 'sent Authorization: Bearer [secret] to it'],
    ['an API key', 'parlour_0123456789abcdefghij is not', '[secret] is not'],
    ['a webhook secret', 'with whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'with [secret]'],
    ['a URL with a password', 'postgres://u:p%40ss@db:5432/rooms', 'postgres://[secret]@db:5432/rooms'],
    ['a URL with a token', '/v2/x?page=1&token=abc&room=1', '/v2/x?page=1&token=[secret]&room=1'],
    [
      'a signed URL',
      'https://s3/x?X-Amz-Signature=abc&X-Amz-Date=2',
      'https://s3/x?X-Amz-Signature=[secret]&X-Amz-Date=2',
    ],
    ['JSON in a text', 'body {"refresh_token":"abc","a":1}', 'body {"refresh_token":"[secret]","a":1}'],
    ['JSON in JSON in a text', String.raw`"{\"token\":\"abc\"}"`, String.raw`"{\"token\":\"[secret]\"}"`],
  ])('loses %s by its looks', (_what, text, clean) => {
    expect(scrub({ msg: text })).toEqual({ msg: clean });
  });

  it('keeps what is none', () => {
    const harmless = { url: '/v2/rooms?page[size]=10', code: 'token-expired', tokens: 3, msg: 'A token has expired.' };
    expect(scrub(harmless)).toEqual(harmless);
  });

  it('loses the secrets of the settings, wherever they turn up', () => {
    const settings = {
      apiKeys: ['a-key-of-somebody'],
      databaseUrl: 'postgres://u:hunter2%21hunter2@db/rooms',
      iceServers: [{ urls: 'turn:t.example.org', credential: 'turn-credential' }],
      storage: { bucket: 'recordings-bucket', secretAccessKey: 'storage-secret' },
      broken: 'http://u:%zz@h',
    };
    const scrubber = new Scrubber(secretsOf(settings));
    const line = scrubber.text('a-key-of-somebody hunter2%21hunter2 hunter2!hunter2 turn-credential storage-secret x');
    expect(line).toBe('[secret] [secret] [secret] [secret] [secret] x');
    expect(scrubber.text('recordings-bucket')).toBe('recordings-bucket');
  });

  const pieces = ['://:', ':', 'eyJ', 'eyJ-', 'eyJ.', '\\', '\\"', '"token" :', '?token=', 'Bearer ', 'a=', '-whsec_'];
  it.each(pieces)('takes no time to speak of, however much there is of %j', (piece) => {
    const scrubber = new Scrubber(['some-secret-text']);
    const begun = performance.now();
    scrubber.text(piece.repeat(200_000 / piece.length));
    scrubber.text(`://${piece.repeat(200_000 / piece.length)}`);
    // A pattern that looks back again and again would take minutes.
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it('is scrubbed also where it is no JSON', () => {
    expect(new Scrubber([]).line('Bearer abc')).toBe('Bearer [secret]');
  });
});
