import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, preview } from 'vite';
import { leanDependencies } from '../../scripts/lean/leanDependencies.ts';

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const config: InlineConfig = {
  configFile: false,
  root: pathOf('page/'),
  logLevel: 'warn',
  plugins: [leanDependencies(), react()],
  resolve: {
    alias: [
      { find: /^parlour$/, replacement: pathOf('../../src/index.ts') },
      { find: 'parlour/styles.css', replacement: pathOf('../../src/styles/index.css') },
    ],
  },
  build: { outDir: pathOf('../../.tmp/bench-join'), emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  preview: { host: '127.0.0.1', port: 0 },
};

/** Builds the page as an application would, and serves it. */
export async function servePage(): Promise<{ url: string; close(): Promise<void> }> {
  await build(config);
  const server = await preview(config);
  return { url: server.resolvedUrls?.local[0] as string, close: () => server.close() };
}
