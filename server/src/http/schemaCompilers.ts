import AjvCompiler from '@fastify/ajv-compiler';
import SerializerSelector from '@fastify/fast-json-stringify-compiler';
import type { FastifyServerOptions } from 'fastify';

/**
 * Fastify's own compilers, but for each schema once: the console's API is the REST API once more, and pages, errors and
 * ids are the same in most routes. Compiling is the largest part of what a server does before it listens.
 */
export const schemaCompilers: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: {
    buildValidator: oncePerSchema(AjvCompiler()),
    buildSerializer: oncePerSchema(SerializerSelector()),
  },
};

/** What is compiled depends on the schema, on those that it refers to, and on the options: all of them plain JSON here. */
function oncePerSchema<References, Options, Route, Compiled>(
  build: (references: References, options: Options) => (route: Route) => Compiled,
): typeof build {
  const compiled = new Map<string, Compiled>();
  return (references, options) => {
    const compile = build(references, options);
    return (route) => {
      const madeOf = JSON.stringify([references, options, (route as { schema?: unknown }).schema]);
      const known = compiled.get(madeOf) ?? compile(route);
      compiled.set(madeOf, known);
      return known;
    };
  };
}
