import path from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  // Where packages may be found: this example's are in the folder of the whole project. Yours needs no such line.
  turbopack: { root: path.resolve(import.meta.dirname, '../..') },
};

export default config;
