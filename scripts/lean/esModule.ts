const MARK = 'Object.defineProperty(exports, "__esModule", { value: true });';

/**
 * Of a file in CommonJS the module that it was or might be: only then a bundler sees what of it is used, and a minifier may
 * shorten its names.
 */
export function esModule(code: string, id: string): string {
  const module = code.includes(MARK) ? compiled(code) : written(code);
  if (/\b(?:module\.)?exports[.,]|\bmodule\.exports\b|\brequire\(/.test(module)) {
    throw new Error(`lean: ${id} is not CommonJS as TypeScript or protoo writes it. See scripts/lean/esModule.ts.`);
  }
  return module;
}

/** What TypeScript has compiled. */
function compiled(code: string): string {
  const names = new Set<string>();
  const exported = (name: string) => {
    names.add(name);
    return '';
  };
  const body = privately(code)
    // Before the mark stands what CommonJS needs to have modules.
    .slice(code.indexOf(MARK) + MARK.length)
    .replace(/^(?:exports\.\w+ = )+void 0;$/gm, '')
    .replace(/^exports\.(\w+) = \1;$/gm, (_, name) => exported(name))
    .replace(/exports\.(\w+) = \1 = /g, (_, name) => `${exported(name)}${name} = `)
    .replace(/^const (\w+) = (?:__import\w+\()?require\((".+?")\)\)?;$/gm, 'import * as $1 from $2;');
  return `${body}\nexport { ${[...names].join(', ')} };\n`;
}

/**
 * What begins with `_` is private in TypeScript alone, and keeps its long name. In JavaScript it may be private too, unless
 * another class inherits it.
 */
function privately(code: string): string {
  const inherits = [...code.matchAll(/ extends (\w+) /g)].some(([, name]) => code.includes(`class ${name} `));
  return inherits ? code : code.replace(/(?<=^ {4}|\bthis\.)_(?=[a-z])/gm, '#');
}

/** What somebody has written, each module being one class or a few functions. */
function written(code: string): string {
  return code
    .replace(/^const (\w+) = require\((.+?)\)\.(\w+);$/gm, 'import { $3 as $1 } from $2;')
    .replace(/^const (.+) = require\((.+?)\);$/gm, 'import $1 from $2;')
    .replace(/^module\.exports = (\w+);$/gm, 'export default $1;')
    .replace(/^exports\.(\w+) = function\b/gm, 'export function $1');
}
