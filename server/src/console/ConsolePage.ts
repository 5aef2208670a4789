import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ApiError } from '../rest/errors/ApiError.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const NOT_BUILT = 'The page of the console is not built: run "npm run build:console", and start the server again.\n';

/** Where the page may load pictures and films from besides this server. */
interface PageOptions {
  /** The folder that it was built into. */
  readonly folder: string;
  readonly mediaOrigins: () => readonly string[];
}

/** Serves the page: every address of the console that is not data is the page, which looks at the address itself. */
export function addConsolePage(app: FastifyInstance, { folder, mediaOrigins }: PageOptions): void {
  // Read once: what is not in the list cannot be asked for, whatever the address looks like.
  const assets = new Map(
    list(join(folder, 'assets')).map((name) => [name, readFileSync(join(folder, 'assets', name))]),
  );
  const page = existsSync(join(folder, 'index.html')) ? readFileSync(join(folder, 'index.html')) : null;

  const sendPage = (reply: FastifyReply) => {
    if (page === null) return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
    return reply
      .header('content-security-policy', policy(mediaOrigins()))
      .type(TYPES['.html'] as string)
      .send(page);
  };
  app.get<{ Params: { '*': string } }>('/assets/*', async ({ params }, reply) => {
    const file = assets.get(params['*']);
    if (!file) throw new ApiError('route-not-found', 'The console has no such file: load its page again.');
    reply.header('cache-control', 'public, max-age=31536000, immutable');
    return reply.type(TYPES[extname(params['*'])] ?? 'application/octet-stream').send(file);
  });
  app.get('/', async (_request, reply) => sendPage(reply));
  app.get('/*', async (_request, reply) => sendPage(reply));
}

function list(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    );
}

function policy(mediaOrigins: readonly string[]): string {
  const media = [...new Set(mediaOrigins)].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    // Components set their own look.
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: blob: ${media}`,
    `media-src 'self' blob: ${media}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
