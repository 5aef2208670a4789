import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const ENTRY = 'parlour:measured';
const PRELOAD_HELPER = '\0vite/preload-helper.js';
const REACT = /^react(-dom)?($|\/)/;

/**
 * Bundles code as an application is by Vite, without React, and finds what of it is downloaded: the chunks that are loaded
 * at once, and of those that are loaded on demand the ones with a module in them whose path contains one of `lazily`; or
 * the style sheet, if it imports one.
 *
 * @returns {Promise<{ bytes: number, files: number, parts: [string, number][] }>} Bytes after gzip; and the modules with
 * their bytes before it, the largest first.
 */
export async function bundle(code, lazily = []) {
  const measured = {
    name: 'parlour:measured',
    enforce: 'pre',
    resolveId(id) {
      if (id === ENTRY) return id;
      return REACT.test(id) ? { id, external: true } : null;
    },
    load(id) {
      if (id === ENTRY) return code;
      // Every application has it once.
      return id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : null;
    },
  };
  const { output } = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [measured],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'strict', output: { format: 'es' } },
    },
  });
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const isWanted = (name) => chunks.get(name)?.moduleIds.some((id) => lazily.some((piece) => id.includes(piece)));
  const loaded = new Set();
  const load = (name) => {
    const chunk = chunks.get(name);
    if (!chunk || loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const next of [...chunk.imports, ...chunk.dynamicImports.filter(isWanted)]) load(next);
  };
  load(output.find(({ isEntry }) => isEntry).fileName);
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css')).map(({ source }) => source);
  const texts = styles.length > 0 ? styles : [...loaded].map((chunk) => chunk.code);
  return {
    bytes: texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0),
    files: texts.length,
    parts: [...loaded]
      .flatMap(({ modules }) => Object.entries(modules).map(([id, { renderedLength }]) => [id, renderedLength]))
      .sort(([, a], [, b]) => b - a),
  };
}
