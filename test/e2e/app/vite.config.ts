import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanDependencies } from '../../../scripts/lean/leanDependencies.ts';

const library = fileURLToPath(new URL('../../../src/', import.meta.url));

/** The icons that the library imports, each by its own path. */
function icons(): string[] {
  const files = readdirSync(library, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const imports = files.flatMap((file) => [
    ...readFileSync(join(library, file), 'utf8').matchAll(/'(lucide-react\/icons\/[\w-]+)'/g),
  ]);
  return [...new Set(imports.map(([, path]) => path as string))];
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../../node_modules/.vite-e2e', import.meta.url)),
  logLevel: 'warn',
  // As the package has them.
  plugins: [leanDependencies(), react()],
  resolve: {
    alias: [
      { find: /^parlour$/, replacement: `${library}index.ts` },
      { find: /^parlour\/api$/, replacement: `${library}api/index.ts` },
      { find: 'parlour/styles.css', replacement: `${library}styles/index.css` },
    ],
  },
  server: { host: '127.0.0.1', hmr: false, ws: false },
  optimizeDeps: {
    entries: ['index.html'],
    // All that the library uses: one that is found later is bundled then, and what is being imported fails.
    include: [
      ...['react', 'react/jsx-dev-runtime', 'react-dom/client', 'valibot', 'zustand/vanilla'],
      ...['@tanstack/react-query', 'openapi-fetch', ...icons()],
    ],
  },
});
