import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { chromiumArgs, chromiumPath } from './test/support/chromium.ts';

/** Every story, run as a test in Chromium and checked by axe, under the given globals. */
const stories = (name: string, initialGlobals: Record<string, unknown>): TestProjectConfiguration => ({
  plugins: [storybookTest({ configDir: '.storybook', initialGlobals })],
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

/** The library under its own name, as the examples of the guides have it. */
const alias = [
  { find: /^parlour$/, replacement: new URL('src/index.ts', import.meta.url).pathname },
  {
    find: /^parlour\/locales\/([\w-]+)$/,
    replacement: `${new URL('src', import.meta.url).pathname}/i18n/locales/$1.ts`,
  },
  { find: /^parlour\/api\/client$/, replacement: new URL('src/api/client/index.ts', import.meta.url).pathname },
  { find: /^parlour\/(\w+)$/, replacement: `${new URL('src', import.meta.url).pathname}/$1/index.ts` },
];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['test/unit/**/*.test.ts'] } },
      {
        plugins: [react()],
        resolve: { alias },
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
