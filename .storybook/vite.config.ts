// Separate from the library's vite.config.ts, whose library build does not belong in Storybook.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [react()] });
