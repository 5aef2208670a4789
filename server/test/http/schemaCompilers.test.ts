import type { BuildCompilerFromPool } from '@fastify/ajv-compiler';
import Fastify from 'fastify';
import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { schemaCompilers } from '../../src/http/schemaCompilers.ts';
import { validatorOptions } from '../../src/validatorOptions.ts';

/** A server that answers with the number that it is asked for. */
async function serve(maximum: number, field: string) {
  const app = Fastify({ ajv: validatorOptions, schemaController: schemaCompilers });
  const schema = {
    querystring: Type.Object({ count: Type.Integer({ maximum }) }),
    response: { 200: Type.Object({ [field]: Type.Integer() }) },
  };
  app.get<{ Querystring: { count: number } }>('/', { schema }, async ({ query }) => ({
    [field]: query.count,
    more: 1,
  }));
  const ask = async (count: string) => {
    const { statusCode, body } = await app.inject({ url: '/', query: { count } });
    return statusCode === 200 ? body : statusCode;
  };
  return { app, ask };
}

it('checks and answers by the schema of the route, be there others that look alike', async () => {
  const [few, many, same] = [await serve(3, 'few'), await serve(5, 'many'), await serve(3, 'few')];
  for (const count of ['2', '4', '6']) {
    expect([await few.ask(count), await many.ask(count), await same.ask(count)]).toEqual(
      { 2: ['{"few":2}', '{"many":2}', '{"few":2}'], 4: [400, '{"many":4}', 400], 6: [400, 400, 400] }[count],
    );
  }
});

it('compiles a schema once, for all routes and servers that have it', async () => {
  const build = schemaCompilers.compilersFactory?.buildValidator as BuildCompilerFromPool;
  // Its types say a schema, and it is given the route that has it.
  const validators = build({}, validatorOptions) as unknown as (route: { schema: object }) => unknown;
  const query = (maximum: number) => ({ schema: Type.Object({ page: Type.Integer({ maximum }) }) });
  expect(validators(query(7))).toBe(validators(query(7)));
  expect(validators(query(7))).not.toBe(validators(query(8)));
});
