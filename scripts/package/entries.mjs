import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The entries of the package, those with a `*` in full.
 *
 * @returns for each its specifier (`parlour/locales/de`), its file and its declarations, from the package's root.
 */
export function entriesOf(root) {
  const { name, exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([entry, target]) => {
    const file = typeof target === 'string' ? target : target.default;
    const types = typeof target === 'string' ? undefined : target.types;
    if (!entry.includes('*')) return [{ specifier: name + entry.slice(1), file, types }];
    return globSync(file, { cwd: root })
      .sort()
      .map((found) => {
        const star = path.basename(found, path.extname(found));
        return {
          specifier: (name + entry.slice(1)).replace('*', star),
          file: `./${found}`,
          types: types?.replace('*', star),
        };
      });
  });
}
