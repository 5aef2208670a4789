import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { contentTypeOf } from '../../storage/contentTypeOf.ts';
import { ApiError } from '../errors/ApiError.ts';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';
import { readRange } from './readRange.ts';

const Text = Type.String({ default: '' });

/** Hands out stored files. The signature in the URL is the credential. */
export const downloadRoute: FastifyPluginAsyncTypebox<RestDeps> = async (app, { storage, downloadUrls }) => {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/downloads/*',
    schema: {
      params: Type.Object({ '*': Type.String() }),
      querystring: Type.Object({ expires: Text, signature: Text }),
    },
    // Nothing of it is logged but failures: for an hour, the URL is all that is needed.
    logLevel: 'error',
    handler: async ({ method, params: { '*': key }, query: { expires, signature }, headers }, reply) => {
      requireGood(downloadUrls.verify(key, expires, signature));
      const size = orNotFound(await storage.size(key), 'file', key);
      // A file under a key never changes.
      const etag = `"${basename(key)}"`;
      const unchanged = headers['if-range'] === undefined || headers['if-range'] === etag;
      const range = unchanged ? readRange(headers.range, size) : null;
      reply
        .type(contentTypeOf(key))
        .header('content-disposition', `attachment; filename="${basename(key)}"`)
        .header('accept-ranges', 'bytes')
        .header('cache-control', 'private, no-transform')
        .header('etag', etag);
      if (range === 'unsatisfiable') {
        reply.header('content-range', `bytes */${size}`);
        throw new ApiError('range-unsatisfiable', `The file has ${size} bytes: ask for a range within them.`);
      }
      if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
      reply.header('content-length', range ? range.end - range.start + 1 : size);
      return reply.send(method === 'HEAD' ? Readable.from([]) : await storage.open(key, range ?? undefined));
    },
  });
};

function requireGood(verdict: 'good' | 'expired' | 'wrong'): void {
  if (verdict === 'good') return;
  const advice = 'read the resource again for a new download_url.';
  if (verdict === 'expired') throw new ApiError('download-expired', `This URL was good for an hour: ${advice}`);
  throw new ApiError('download-invalid', `This URL is not one that the server signed: ${advice}`);
}
