import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): Record<string, unknown> => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

describe.each(['package.json', 'server/package.json', 'examples/meet/package.json'])('%s', (file) => {
  const manifest = read(file);

  it('pins every dependency, so that two installations are the same', () => {
    const loose = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries((manifest[kind] ?? {}) as Record<string, string>)
        .filter(([, version]) => !exact.test(version))
        .map(([name, version]) => `${kind}: ${name} ${version}`),
    );
    expect(loose).toEqual([]);
  });
});

describe('package-lock.json', () => {
  it('names no registry, so that it installs from any', () => {
    const packages = read('package-lock.json').packages as Record<string, { resolved?: string; link?: boolean }>;
    const bound = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined && !entry.link);
    expect(bound.map(([name]) => name)).toEqual([]);
  });
});
