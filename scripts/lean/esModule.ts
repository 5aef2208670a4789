const MARK = 'Object.defineProperty(exports, "__esModule", { value: true });';

/**
 * Of a file that TypeScript has compiled to CommonJS the module that it was: only then a bundler sees what of it is used,
 * and a minifier may shorten its names.
 */
export function esModule(code: string, id: string): string {
  const names = new Set<string>();
  const exported = (name: string) => {
    names.add(name);
    return '';
  };
  const body = code
    // Before the mark stands what CommonJS needs to have modules.
    .slice(code.indexOf(MARK) + MARK.length)
    .replace(/^(?:exports\.\w+ = )+void 0;$/gm, '')
    .replace(/^exports\.(\w+) = \1;$/gm, (_, name) => exported(name))
    .replace(/exports\.(\w+) = \1 = /g, (_, name) => `${exported(name)}${name} = `)
    .replace(/^const (\w+) = (?:__import\w+\()?require\((".+?")\)\)?;$/gm, 'import * as $1 from $2;');
  if (!code.includes(MARK) || /\bexports[.,]|\brequire\(/.test(body)) {
    throw new Error(`lean: ${id} is not written as TypeScript writes CommonJS. See scripts/lean/esModule.ts.`);
  }
  return `${body}\nexport { ${[...names].join(', ')} };\n`;
}
