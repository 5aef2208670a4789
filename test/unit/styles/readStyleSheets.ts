import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../src/styles');

/** One rule's own declarations, without those of the rules nested in it. */
export interface Block {
  readonly file: string;
  readonly selector: string;
  readonly declarations: ReadonlyMap<string, string>;
}

function readBlocks(file: string): Block[] {
  const text = readFileSync(path.join(folder, file), 'utf8').replace(/\/\*.*?\*\//gs, '');
  const blocks: Block[] = [];
  const open: { selector: string; declarations: Map<string, string> }[] = [];
  for (const [, before = '', end] of text.matchAll(/([^;{}]*)([;{}])/g)) {
    const words = before.trim().replaceAll(/\s+/g, ' ');
    if (end === '{') open.push({ selector: words, declarations: new Map() });
    else {
      const colon = words.indexOf(':');
      if (colon > 0) open.at(-1)?.declarations.set(words.slice(0, colon).trim(), words.slice(colon + 1).trim());
      if (end === '}') {
        const block = open.pop();
        if (block) blocks.push({ file, ...block });
      }
    }
  }
  return blocks;
}

/** All rules of all style sheets. */
export function readStyleSheets(): Block[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .flatMap(readBlocks);
}
