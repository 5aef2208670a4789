import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { createBackend } from './backend/createBackend.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const library = fileURLToPath(new URL('../../src/', import.meta.url));

/** Serves the example's backend beside its pages. In production it is a server of your own. */
const backend: Plugin = {
  name: 'meet:backend',
  configureServer({ middlewares }) {
    const { PARLOUR_URL: serverUrl, PARLOUR_API_KEY: apiKey } = process.env;
    if (!serverUrl || !apiKey)
      throw new Error('PARLOUR_URL and PARLOUR_API_KEY tell the example where the room server is.');
    middlewares.use('/api', createBackend({ serverUrl, apiKey }));
  },
};

export default defineConfig({
  root: here,
  plugins: [react(), backend],
  clearScreen: false,
  // In your own project these are the installed package.
  resolve: {
    alias: [
      { find: /^parlour$/, replacement: `${library}index.ts` },
      { find: /^parlour\/engine$/, replacement: `${library}engine/index.ts` },
      { find: 'parlour/styles.css', replacement: `${library}styles/index.css` },
    ],
  },
  // Found at start, so that the first visit loads no page twice.
  optimizeDeps: {
    include: ['react', 'react-dom/client', 'mediasoup-client', 'protoo-client', 'valibot', 'zustand/vanilla'],
  },
});
