import { readdirSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import pkg from './package.json' with { type: 'json' };
import { leanDependencies, leanDependency } from './scripts/lean/leanDependencies.ts';
import { isLeanIcon } from './scripts/lean/leanIcons.ts';

/** Each language is an entry: `parlour/locales/<tag>` is loaded when it is imported, and not before. */
const locales = Object.fromEntries(
  readdirSync('src/i18n/locales').map((name) => [`i18n/locales/${path.parse(name).name}`, `src/i18n/locales/${name}`]),
);

/** The public entries: `dist/<key>.js` is built from the file. Add a line here and one to `exports` in package.json. */
const entries = {
  index: 'src/index.ts',
  'effects/index': 'src/effects/index.ts',
  'engine/index': 'src/engine/index.ts',
  'components/panels': 'src/components/panels.ts',
  'api/index': 'src/api/index.ts',
  'api/client/index': 'src/api/client/index.ts',
  'console/index': 'src/console/index.ts',
  'testing/index': 'src/testing/index.ts',
  ...locales,
};

const external = [...Object.keys(pkg.dependencies), ...Object.keys(pkg.peerDependencies)];

/** The style sheet is an entry of its own, because no component imports CSS. Only `styles.css` of it is kept. */
const styleSheetOnly: Plugin = {
  name: 'parlour:style-sheet-only',
  generateBundle(_options, bundle) {
    for (const [fileName, output] of Object.entries(bundle)) {
      if (output.type === 'chunk' && output.facadeModuleId?.endsWith('.css')) {
        delete bundle[fileName];
        delete bundle[`${fileName}.map`];
      }
    }
  },
};

/**
 * Addresses of files beside the code stay as they are written, `new URL('./files/x', import.meta.url)`: the bundler of
 * the application looks for just that.
 */
const ADDRESS = /new URL\('(\.\/files\/[\w.]+)', import\.meta\.url\)/g;
const fileAddresses: Plugin = {
  name: 'parlour:file-addresses',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/effectFiles.ts') ? code.replace(ADDRESS, "parlourFileAddress('$1')") : undefined,
  renderChunk: (code) => code.replace(/parlourFileAddress\(["'](.+?)["']\)/g, "new URL('$1', import.meta.url)"),
};

export default defineConfig({
  plugins: [leanDependencies(), react(), styleSheetOnly, fileAddresses],
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    cssCodeSplit: true,
    emptyOutDir: true,
    lib: {
      entry: { ...entries, styles: 'src/styles/index.css' },
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id, importer) =>
        external.some((name) => id === name || id.startsWith(`${name}/`)) &&
        !leanDependency(id, importer) &&
        !isLeanIcon(id, importer),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
});
