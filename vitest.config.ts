import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { chromiumArgs, chromiumPath } from './test/support/chromium.ts';
import { parlourAlias } from './test/support/parlourAlias.ts';

/** Every story, run as a test in Chromium and checked by axe, under the given globals. */
const stories = (name: string, initialGlobals: Record<string, unknown>): TestProjectConfiguration => ({
  plugins: [storybookTest({ configDir: '.storybook', initialGlobals })],
  resolve: { alias: parlourAlias },
  test: {
    name,
    isolate: false,
    api: { host: '127.0.0.1' },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: chromiumPath, args: chromiumArgs } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.ts'] } },
      {
        plugins: [react()],
        resolve: { alias: parlourAlias },
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/dom/**/*.test.tsx'],
          setupFiles: ['test/support/domSetup.ts'],
        },
      },
      stories('stories', { colorScheme: 'light', dir: 'ltr' }),
      stories('stories-dark', { colorScheme: 'dark', dir: 'ltr' }),
      stories('stories-rtl', { colorScheme: 'light', dir: 'rtl' }),
      {
        test: {
          name: 'server',
          root: './server',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          // The first hook may have to make a PostgreSQL cluster or compile PGlite.
          hookTimeout: 120_000,
          testTimeout: 30_000,
        },
      },
    ],
  },
});
