import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A block of code in a guide. */
export interface Snippet {
  /** The guide's path in the repository. */
  readonly guide: string;
  /** Number of the line in which the code begins. */
  readonly line: number;
  readonly code: string;
  /** Declarations that the guide has in a comment before it, `<!-- given: … -->`, for what is explained elsewhere. */
  readonly given: string;
}

const root = path.resolve(import.meta.dirname, '../../..');
const BLOCK = /^```tsx?\n(.*?)^```$/gms;
/** Blocks that are files of their own are compiled as such. */
const EXAMPLE = /<!-- example: \S+ -->\n$/;
const GIVEN = /<!-- given: ([^\n]*) -->\n$/;

/** Blocks of TypeScript in the README and the guides, but for those that are files of their own. */
export function readSnippets(): Snippet[] {
  const guides = readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md') && name !== 'public-surface.md')
    .map((name) => `docs/${name}`);
  return ['README.md', ...guides].flatMap((guide) => {
    const text = readFileSync(path.join(root, guide), 'utf8');
    return [...text.matchAll(BLOCK)]
      .map(({ index, 1: code = '' }) => ({ before: text.slice(0, index), code }))
      .filter(({ before }) => !EXAMPLE.test(before))
      .map(({ before, code }) => ({
        guide,
        line: before.split('\n').length + 1,
        code,
        given: GIVEN.exec(before)?.[1] ?? '',
      }));
  });
}

/** What guides speak of without saying each time where it comes from. */
const CONTEXT: Readonly<Record<string, string>> = {
  room: `import('parlour').Room`,
  roomId: 'string',
  participantId: 'string',
  clientToken: 'string',
  tokenSource: `import('parlour').TokenSource`,
  serverUrl: 'string',
  apiKey: 'string',
};

/** The entries whose names a snippet may use without importing them, as a guide does that has shown the import before. */
const ENTRIES: Readonly<Record<string, string>> = {
  parlour: 'src/index.ts',
  'parlour/effects': 'src/effects/index.ts',
};

function exportedNames(file: string): Set<string> {
  const text = readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\/.*$/gm, '');
  const lists = [...text.matchAll(/export (?:type )?\{(.*?)\}/gs)].flatMap(([, list = '']) => list.split(','));
  return new Set(lists.map((name) => name.trim().replace(/^type /, '')).filter((name) => name !== ''));
}

const entries = Object.entries(ENTRIES).map(([specifier, file]) => ({ specifier, names: exportedNames(file) }));

/** The snippet as a module: on the lines of the guide, with what it takes for granted in the line before. */
export function moduleOf({ code, line, given }: Snippet): string {
  // Neither strings nor comments use a name.
  const bare = code.replaceAll(/'[^'\n]*'|\/\/.*$/gm, '');
  const imported = new Set(
    [...code.matchAll(/import (?:type )?(.*?) from/gs)].flatMap(([, list = '']) => list.match(/\w+/g) ?? []),
  );
  const isFree = (name: string) =>
    new RegExp(`(?<![.\\w])${name}\\b(?!\\??:)`).test(bare) &&
    !imported.has(name) &&
    !new RegExp(`(?:const|let|function|interface|type|class) ${name}\\b|const [{[][^=]*\\b${name}\\b[^=]*=`).test(bare);
  const imports = entries.flatMap(({ specifier, names }) => {
    const used = [...names].filter(isFree);
    return used.length > 0 ? [`import { ${used.join(', ')} } from '${specifier}';`] : [];
  });
  const declared = Object.entries(CONTEXT)
    .filter(([name]) => isFree(name))
    .map(([name, type]) => `declare const ${name}: ${type};`);
  const before = [...imports, ...declared, given, 'export {};'].join(' ');
  return `${'\n'.repeat(line - 2)}${before}\n${code}`;
}
