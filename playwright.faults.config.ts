import { defineConfig } from '@playwright/test';
import e2e from './playwright.config.ts';

// Every fault three times in a call of its own (FAULT_TIMES says how often): none of them may need luck.
export default defineConfig({
  ...e2e,
  testDir: 'test/faults',
  testMatch: '**/*.faults.ts',
  outputDir: '.tmp/faults',
  // Some faults last for a minute and a half, three times.
  timeout: 600_000,
  reporter: [['list'], ['./test/faults/support/FaultsTable.ts']],
});
