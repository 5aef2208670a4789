import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const library = fileURLToPath(new URL('../../../src/', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../../node_modules/.vite-e2e', import.meta.url)),
  logLevel: 'warn',
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^parlour$/, replacement: `${library}index.ts` },
      { find: 'parlour/styles.css', replacement: `${library}styles/index.css` },
    ],
  },
  server: { host: '127.0.0.1', hmr: false, ws: false },
  optimizeDeps: {
    entries: ['index.html'],
    include: ['react', 'react-dom/client', 'mediasoup-client', 'protoo-client', 'valibot', 'zustand/vanilla'],
  },
});
