import { defineConfig } from '@playwright/test';
import e2e from './playwright.config.ts';

// Every fault three times, each in a call of its own: none of them may need luck.
export default defineConfig({
  ...e2e,
  testDir: 'test/faults',
  testMatch: '**/*.faults.ts',
  outputDir: '.tmp/faults',
  repeatEach: 3,
  timeout: 240_000,
  reporter: [['list'], ['./test/faults/support/FaultsTable.ts']],
});
