import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, preview } from 'vite';

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const config: InlineConfig = {
  configFile: false,
  root: pathOf('page/'),
  logLevel: 'error',
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^parlour$/, replacement: pathOf('../../src/index.ts') },
      { find: 'parlour/styles.css', replacement: pathOf('../../src/styles/index.css') },
    ],
  },
  build: {
    outDir: pathOf('../../.tmp/bench-render'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 5000,
  },
  preview: { host: '127.0.0.1', port: 0 },
};

/** Builds the page for production, with the same React for both sides, and serves it. */
export async function servePages(): Promise<{ urlOf(side: 'parlour' | 'livekit'): string; close(): Promise<void> }> {
  await build(config);
  const server = await preview(config);
  const url = server.resolvedUrls?.local[0] as string;
  return { urlOf: (side) => `${url}?side=${side}`, close: () => server.close() };
}
