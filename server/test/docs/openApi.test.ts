import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../src/docs/examples.ts';
import { nameSchemas } from '../../src/docs/nameSchemas.ts';
import { createLivePart } from '../../src/signalling/livePart.ts';
import type { OpenApi } from '../contract/Contract.ts';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import { TestServer } from '../support/TestServer.ts';

/** Not of the REST API: signalling, signed files, and the document itself. */
const OTHERWISE = /^\/v2\/(rtc(\/|$)|downloads\/|openapi\.json$)/;

let server: TestServer;
let document: OpenApi;
beforeAll(async () => {
  const database = await startMemoryDatabase();
  server = await TestServer.start(database, { live: (deps) => createLivePart(deps) });
  document = (await server.send({ method: 'GET', url: '/v2/openapi.json' })).body;
  return async () => {
    await server.close();
    await database.stop();
  };
});

const documented = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

test('every route of the REST API is in the document, and nothing else', async () => {
  const registered = routesOf(server.app).filter((route) => {
    const [, path = ''] = route.split(' ');
    return path.startsWith('/v2/') && !OTHERWISE.test(path);
  });
  expect(registered.length).toBeGreaterThan(20);
  expect(documented().sort()).toEqual(registered.sort());
});

describe('examples', () => {
  const ajv = addFormats.default(new Ajv2020({ strict: false }));
  beforeAll(() => void ajv.addSchema(document, 'openapi.json'));

  /** What is wrong with a value at a place of the document. */
  const problems = (value: unknown, ...place: string[]) => {
    const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
    const validate = ajv.compile({ $ref: `openapi.json#/${pointer.join('/')}` });
    return validate(value) ? [] : [ajv.errorsText(validate.errors)];
  };

  test.each(Object.entries(EXAMPLES))('of %s fit their schemas, and are in the document', (operationId, example) => {
    const found = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ place: ['paths', path, method], operation })),
    );
    const { place, operation } = found.find((one) => one.operation.operationId === operationId) ?? {};
    if (!place || !operation) throw new Error(`There is no operation ${operationId}.`);
    const json = ['content', 'application/json', 'schema'];
    const shown: unknown[] = [];
    if (example.request !== undefined) {
      expect(problems(example.request, ...place, 'requestBody', ...json)).toEqual([]);
      shown.push(operation.requestBody?.content['application/json']);
    }
    if (example.answer !== undefined) {
      const status = Object.keys(operation.responses).find((code) => code.startsWith('2')) ?? '';
      expect(problems(example.answer, ...place, 'responses', status, ...json)).toEqual([]);
      shown.push(operation.responses[status]?.content?.['application/json']);
    }
    const { request, answer } = example;
    expect(shown).toMatchObject([request, answer].filter((one) => one !== undefined).map((one) => ({ example: one })));
  });
});

describe('names', () => {
  test('are given to every resource', () => {
    expect(Object.keys(document.components?.schemas ?? {})).toEqual([
      ...['ClientToken', 'Errors', 'RenewedClientToken', 'Room', 'RoomComposition', 'RoomParticipant'],
      ...['RoomRecording', 'RoomSession', 'VideoRegion', 'WebhookDelivery'],
    ]);
    expect(document.components?.schemas).toMatchObject({
      Room: { properties: { sessions: { items: { $ref: '#/components/schemas/RoomSession' } } } },
    });
  });

  test('stand for one thing each', () => {
    const paths = { '/a': { title: 'Room', type: 'object' }, '/b': { title: 'Room', type: 'string' } };
    expect(() => nameSchemas({ paths })).toThrow('Two different schemas are called Room.');
  });
});

/** Method and path of every route, from the tree that Fastify prints; `HEAD` comes with each `GET`. */
function routesOf(app: FastifyInstance): string[] {
  const branch: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^([│├└─ ]*)(\S*)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
      branch.splice(indent.length / 4 - 1, Number.POSITIVE_INFINITY, part);
      const path = branch.join('').replaceAll(/:(\w+)/g, '{$1}');
      const names = methods.split(', ').filter((method) => method !== '' && method !== 'HEAD' && method !== 'OPTIONS');
      return names.map((method) => `${method} ${path}`);
    });
}
