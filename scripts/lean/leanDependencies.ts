import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { noticesOf } from './noticesOf.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const source = fileURLToPath(new URL('../../src/', import.meta.url));
const directoryOf = (name: string) => path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));

/** A dependency of which the package carries what it uses, in place of having an application load all of it. */
interface LeanDependency {
  /** Whose import of it is meant. The rest (the test kit, say) imports the package itself. */
  readonly importedBy: readonly string[];
  /** What is used of it. */
  readonly code: () => string;
  /** What stands for modules that are never used, by the end of their specifier. */
  readonly instead: readonly (readonly [specifier: RegExp, code: string])[];
}

const emitter = `export { EventEmitter } from ${JSON.stringify(path.join(here, 'EventEmitter.js'))};`;
const silence = 'module.exports = () => Object.assign(() => {}, { enabled: false });';

const dependencies: Readonly<Record<string, LeanDependency>> = {
  'mediasoup-client': {
    importedBy: ['media/loadDevice.ts'],
    code: () =>
      `export { Device } from ${JSON.stringify(path.join(directoryOf('mediasoup-client'), 'lib/Device.js'))};`,
    instead: [
      // The handlers of React Native and of Chromium before 111: the library needs more than these have.
      [/\/handlers\/(?:Chrome74|ReactNative106)$/, 'export {};'],
      // Of mediasoup-client's own tests.
      [/\/handlers\/FakeHandler$|^fake-mediastreamtrack$/, 'export {};'],
      [/^debug$/, silence],
      [/^events-alias$/, emitter],
    ],
  },
  'protoo-client': {
    importedBy: ['signalling/ProtooSocket.ts', 'signalling/guardProtoo.ts', 'signalling/connectionTest.ts'],
    code: () => {
      const library = path.join(directoryOf('protoo-client'), 'lib');
      return [
        `export { Peer, WebSocketTransport } from ${JSON.stringify(path.join(library, 'index.js'))};`,
        `export { default as Message } from ${JSON.stringify(path.join(library, 'Message.js'))};`,
      ].join('\n');
    },
    instead: [
      [/^debug$/, silence],
      [/^events$/, emitter],
      [/^websocket$/, 'export const w3cwebsocket = globalThis.WebSocket;'],
      // A socket is not opened again: that is the connection's business.
      [/^retry$/, 'export const operation = () => ({ attempt: (run) => run(1), retry: () => false, stop: () => {} });'],
      [/\/package\.json$/, `export const version = '';`],
    ],
  },
};

/** The dependency that an import means, if it is one of those that are carried along. */
export function leanDependency(specifier: string, importer: string | undefined): string | null {
  const name = Object.keys(dependencies).find((name) => specifier === name || specifier.startsWith(`${name}/`));
  const from = importer?.startsWith(source) ? importer.slice(source.length) : '';
  return name && dependencies[name]?.importedBy.includes(from) ? name : null;
}

const MODULES = `${source}lean/`;
const moduleOf = (name: string) => `${MODULES}${name}.js`;

/** mediasoup-client and protoo-client without what a browser of today never runs: half of one, a fourth of the other. */
export function leanDependencies(): Plugin {
  const carried = new Set<string>();
  /** Says to a development server that there is no such file; a build names the chunk by the path. */
  let virtual = '';
  return {
    name: 'parlour:lean-dependencies',
    enforce: 'pre',
    configResolved({ command }) {
      if (command === 'serve') virtual = '\0';
    },
    resolveId(specifier, importer) {
      if (specifier.startsWith(virtual + MODULES)) return specifier;
      const name = leanDependency(specifier, importer);
      if (!name) return null;
      const id = moduleOf(specifier === 'protoo-client/lib/Message.js' ? 'protoo-message' : name);
      return { id: virtual + id, moduleSideEffects: false };
    },
    async load(id) {
      if (!id.startsWith(virtual + MODULES)) return null;
      if (id === virtual + moduleOf('protoo-message'))
        return `export { Message as default } from ${JSON.stringify(virtual + moduleOf('protoo-client'))};`;
      const dependency = dependencies[path.basename(id, '.js')];
      if (!dependency) return null;
      const { code, moduleIds } = await bundle(dependency);
      for (const moduleId of moduleIds) carried.add(moduleId);
      return code;
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'lean/LICENSES.txt', source: noticesOf(carried) });
    },
  };
}

async function bundle({ code, instead }: LeanDependency): Promise<Pick<Rolldown.OutputChunk, 'code' | 'moduleIds'>> {
  const entry = path.join(here, 'entry.js');
  const standIn = (specifier: string) => instead.findIndex(([left]) => left.test(specifier));
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'parlour:stand-ins',
        enforce: 'pre',
        resolveId(specifier) {
          if (specifier === entry) return entry;
          const index = standIn(specifier);
          return index < 0 ? null : `\0stand-in:${index}`;
        },
        load(id) {
          if (id === entry) return code();
          return id.startsWith('\0stand-in:') ? instead[Number(id.slice('\0stand-in:'.length))]?.[1] : null;
        },
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: 'lean' },
      // What is logged goes nowhere, so that nothing has to be put into words.
      rolldownOptions: { treeshake: { manualPureFunctions: ['logger.debug', 'logger.warn', 'logger.error'] } },
    },
  })) as Rolldown.RolldownOutput[];
  return (output[0] as Rolldown.RolldownOutput).output[0];
}
