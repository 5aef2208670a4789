import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const library = fileURLToPath(new URL('../../src/', import.meta.url));

/** The page that the room server has at /console. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^parlour$/, replacement: `${library}index.ts` },
      { find: /^parlour\/console$/, replacement: `${library}console/index.ts` },
      { find: 'parlour/styles.css', replacement: `${library}styles/index.css` },
    ],
  },
  build: {
    target: 'es2022',
    outDir: '../dist/console',
    emptyOutDir: true,
    // The page's content security policy knows no data URLs.
    assetsInlineLimit: 0,
  },
});
