import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMemoryDatabase } from '../support/memoryDatabase.ts';
import type { TestDatabase } from '../support/TestDatabase.ts';
import { TestServer } from '../support/TestServer.ts';
import { Contract, type OpenApi } from './Contract.ts';
import { scenarios } from './scenarios.ts';
import { type Route, requestFor, WALK_SETTINGS } from './walk.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startMemoryDatabase();
});
afterAll(() => database?.stop());

const document = await (async () => {
  const memory = await startMemoryDatabase();
  const server = await TestServer.start(memory);
  const answer = await server.send({ method: 'GET', url: '/v2/openapi.json' });
  await server.close();
  await memory.stop();
  return answer.body as OpenApi;
})();
const routes: Route[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase() as Route['method'],
    path,
    operation,
  })),
);
const nameOf = ({ method, path }: Route) => `${method} ${path}`;

describe.each(routes.map((route) => [nameOf(route), route] as const))('%s', (_name, route) => {
  const statuses = Object.keys(route.operation.responses).map(Number);

  test.each(statuses)('answers %i as the document says', async (status) => {
    const scenario = requestFor(route, status);
    if (!scenario) {
      const where = 'server/test/contract/scenarios.ts';
      throw new Error(`Nothing brings forth ${status}: add a scenario for ${route.operation.operationId} to ${where}.`);
    }
    await database.reset();
    const requestsPerMinute = status === 429 ? 3 : 1000;
    const server = await TestServer.start(database, { config: WALK_SETTINGS, requestsPerMinute });
    try {
      const request = await scenario(server);
      const { statusCode, headers, payload } = await server.app.inject({ method: route.method, ...request });
      expect(statusCode, payload).toBe(status);
      const contract = new Contract(document);
      const contentType = String(headers['content-type'] ?? '');
      const url = typeof request.url === 'string' ? request.url : route.path;
      expect(contract.check(route.method, url, { status, contentType, payload })).toBeNull();
    } finally {
      await server.close();
    }
  });

  test('is described: what it does, its parameters and the fields of its body', () => {
    const { operationId, summary, tags, parameters = [], requestBody } = route.operation;
    expect([operationId, summary, tags?.[0]]).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
    const fields = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
      Object.entries(schema.properties ?? {}),
    );
    const nameless = [
      ...parameters.filter(({ description }) => !description).map(({ name }) => name),
      ...fields.filter(([, { description }]) => !description).map(([name]) => name),
    ];
    expect(nameless).toEqual([]);
  });
});

test('every operation has an id of its own, and every scenario an operation', () => {
  const ids = routes.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(scenarios).filter((id) => !ids.includes(id))).toEqual([]);
});
