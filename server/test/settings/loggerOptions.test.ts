import { Writable } from 'node:stream';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { loggerOptions } from '../../src/loggerOptions.ts';

test('logs hold no secrets, down to the third level of what is logged', async () => {
  let lines = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines += chunk;
      done();
    },
  });
  const app = Fastify({ logger: { ...loggerOptions({ logLevel: 'trace' }), stream } });
  app.log.info({ token: 'hunter2', headers: { authorization: 'Bearer hunter2', cookie: 'hunter2' } }, 'first');
  app.log.info(
    { answer: { body: { refresh_token: 'hunter2', room: 'seen' } }, config: { apiKeys: ['hunter2'] } },
    'second',
  );
  app.get('/', async () => 'ok');
  await app.inject({ url: '/', headers: { authorization: 'Bearer hunter2' } });
  await app.close();
  expect(lines).toContain('"room":"seen"');
  expect(lines).toContain('incoming request');
  expect(lines).not.toContain('hunter2');
});
