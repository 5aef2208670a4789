import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { dependencies, type LeanDependency } from './dependencies.ts';
import { esModule } from './esModule.ts';
import { leanIcons } from './leanIcons.ts';
import { noticesOf } from './noticesOf.ts';
import { without } from './without.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** What is CommonJS, by a compiler or by hand. */
const COMMON_JS = /\/node_modules\/(?:mediasoup-client|h264-profile-level-id|protoo-client)\/lib\/[\w/]+\.js$/;

/** The file that stands for an import, if it is of a dependency that is carried along. */
export function leanDependency(specifier: string, importer: string | undefined): string | null {
  const from = importer?.startsWith(source) ? importer.slice(source.length) : '';
  const names = Object.keys(dependencies).filter((name) => dependencies[name]?.importedBy.includes(from));
  const isMeant = (name: string) => `${specifier}/`.startsWith(`${dependencies[name]?.package}/`);
  return names.find(isMeant) ?? null;
}

const MODULES = `${source}lean/`;
const moduleOf = (name: string) => `${MODULES}${name}.js`;

/** mediasoup-client and protoo-client without what a browser of today never runs: half of either; and icons alone. */
export function leanDependencies(): Plugin[] {
  const carried = new Set<string>();
  /** Says to a development server that there is no such file; a build names the chunk by the path. */
  let virtual = '';
  const libraries: Plugin = {
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
  return [libraries, leanIcons((file) => carried.add(file))];
}

async function bundle({
  code,
  instead,
  unused,
}: LeanDependency): Promise<Pick<Rolldown.OutputChunk, 'code' | 'moduleIds'>> {
  const entry = path.join(here, 'entry.js');
  const standIn = (specifier: string) => instead.findIndex(([left]) => left.test(specifier));
  const cut = new Set<string>();
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
          if (id === entry) return code;
          return id.startsWith('\0stand-in:') ? instead[Number(id.slice('\0stand-in:'.length))]?.[1] : null;
        },
        transform(code, id) {
          if (!COMMON_JS.test(id)) return null;
          const module = esModule(code, id);
          return unused ? without(module, this.parse(module), unused, cut) : module;
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
  const missed = unused && [...unused.members, ...unused.events].filter((name) => !cut.has(name));
  if (missed?.length) throw new Error(`lean: there is no ${missed.join(', ')} to be left out.`);
  return (output[0] as Rolldown.RolldownOutput).output[0];
}
