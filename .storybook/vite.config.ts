// Separate from the library's vite.config.ts, whose library build does not belong in Storybook.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { parlourAlias } from '../test/support/parlourAlias.ts';

export default defineConfig({ plugins: [react()], resolve: { alias: parlourAlias } });
