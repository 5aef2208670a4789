import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Asks a proxy with nobody signed in: it answers by itself, and needs no room server for that. */
const PROBE = `
import { createRoomsProxy, ProxyError, roomsProxyPlugin } from 'parlour-server/proxy';
const proxy = createRoomsProxy({
  serverUrl: 'http://127.0.0.1:7070', apiKey: 'k', authenticate: () => null, authorize: () => true,
});
const { status } = await proxy(new Request('https://app.example.org/v2/rooms'));
if (status !== 401 || typeof roomsProxyPlugin !== 'function' || typeof ProxyError !== 'function') process.exit(1);
`;
const CONSUMER = `
import Fastify from 'fastify';
import { createRoomsProxy, type ProxyDecision, roomsProxyPlugin, type RoomsProxyOptions } from 'parlour-server/proxy';
export const options: RoomsProxyOptions<{ id: string }, unknown> = {
  serverUrl: 'http://127.0.0.1:7070',
  apiKey: 'k',
  authenticate: () => ({ id: 'ada' }),
  authorize: ({ user, operation }): ProxyDecision => user.id === 'ada' && operation === 'listRooms',
};
export const handle: (request: Request) => Promise<Response> = createRoomsProxy(options);
await Fastify().register(roomsProxyPlugin(options), { prefix: '/api' });
`;

/**
 * Checks that `parlour-server/proxy` is there for Node servers that have the package, and not this repository.
 *
 * @param check - Runs a command in the folder: title, command, arguments.
 */
export function checkProxy({ root, folder, check, npm }) {
  const bin = (name) => path.join(root, 'node_modules/.bin', name);
  const modules = path.join(folder, 'node_modules');
  mkdirSync(modules, { recursive: true });
  if (!npm('npm pack parlour-server', 'pack', '--workspace', 'parlour-server', '--pack-destination', folder)) return;
  const tarball = readdirSync(folder).find((name) => name.startsWith('parlour-server-')) ?? '';
  if (!check('unpack parlour-server', 'tar', ['-xzf', tarball, '-C', modules])) return;
  symlinkSync(path.join(modules, 'package'), path.join(modules, 'parlour-server'));
  // What the proxy needs of its dependencies are types, of those that are installed here.
  for (const name of ['fastify', '@types'])
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name));
  const write = (name, text) => writeFileSync(path.join(folder, name), text);
  write('package.json', JSON.stringify({ name: 'backend', private: true, type: 'module' }));
  write('probe.mjs', PROBE);
  write('consumer.ts', CONSUMER);
  const compilerOptions = { target: 'es2022', module: 'nodenext', strict: true, noEmit: true, types: ['node'] };
  const stricter = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: true };
  write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { ...compilerOptions, ...stricter }, files: ['consumer.ts'] }),
  );
  check('ask parlour-server/proxy in Node', bin('node'), ['probe.mjs']);
  check('types of parlour-server/proxy', bin('tsc'), ['-p', '.']);
}
