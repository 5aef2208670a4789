import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vite';

const KINDS = {
  FunctionDeclaration: 'function',
  TSDeclareFunction: 'function',
  ClassDeclaration: 'class',
  VariableDeclaration: 'const',
  TSInterfaceDeclaration: 'interface',
  TSTypeAliasDeclaration: 'type',
  TSEnumDeclaration: 'enum',
};

/** These are gone when the program runs. */
const TYPES = ['interface', 'type'];

/** The declaration files of a build, each read once. */
class Declarations {
  #modules = new Map();

  module(file) {
    let module = this.#modules.get(file);
    if (!module) {
      module = readModule(file);
      this.#modules.set(file, module);
    }
    return module;
  }

  /** The declaration behind a name: through imports and re-exports; null where it is another package's. */
  find(file, name) {
    const { local, imports, exports } = this.module(file);
    const own = exports.get(name) ?? (local.has(name) ? { local: name } : undefined);
    if (own?.from) {
      const found = this.find(own.from, own.name);
      return found && { ...found, value: found.value && !own.typeOnly };
    }
    const there = own?.local ?? name;
    if (local.has(there))
      return {
        id: `${file}#${there}`,
        file,
        name: there,
        ...local.get(there),
        value: !own?.typeOnly && !TYPES.includes(local.get(there).kind),
      };
    const imported = imports.get(there);
    return imported?.from ? this.find(imported.from, imported.name) : null;
  }
}

function resolve(file, specifier) {
  if (!specifier.startsWith('.')) return null;
  const target = path.resolve(path.dirname(file), specifier.replace(/\.js$/, '.d.ts'));
  return existsSync(target) ? target : null;
}

/** Names that a declaration refers to, and what it takes from other files by import(). */
function referencesOf(node, file) {
  const names = new Set();
  const elsewhere = [];
  const visit = (value) => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (typeof value?.type !== 'string') return;
    if (value.type === 'TSTypeReference') names.add(leftmost(value.typeName));
    if (value.type === 'TSTypeQuery' && value.exprName.type !== 'TSImportType') names.add(leftmost(value.exprName));
    if (value.type === 'TSInterfaceHeritage' || value.type === 'TSClassImplements')
      names.add(leftmost(value.expression));
    if (value.type === 'ClassDeclaration' && value.superClass) names.add(leftmost(value.superClass));
    if (value.type === 'TSImportType') {
      const from = resolve(file, value.source?.value ?? value.argument?.literal?.value ?? '');
      if (from && value.qualifier) elsewhere.push({ from, name: leftmost(value.qualifier) });
    }
    for (const [key, child] of Object.entries(value)) if (key !== 'type' && typeof child === 'object') visit(child);
  };
  visit(node);
  return { names, elsewhere };
}

const leftmost = (name) => (name.type === 'TSQualifiedName' ? leftmost(name.left) : (name.name ?? ''));

function readModule(file) {
  const source = readFileSync(file, 'utf8');
  const module = { local: new Map(), imports: new Map(), exports: new Map() };
  const declare = (declaration, exported) => {
    const kind = KINDS[declaration.type];
    if (!kind) throw new Error(`${file}: the surface has no word for a ${declaration.type}.`);
    const ids = declaration.declarations?.map(({ id }) => id) ?? [declaration.id];
    for (const { name } of ids) {
      const text = normalised(source.slice(declaration.start, declaration.end));
      const overload = module.local.get(name);
      const references = referencesOf(declaration, file);
      if (overload) overload.text += `\n${text}`;
      else module.local.set(name, { kind, text, references });
      if (exported) module.exports.set(name, { local: name });
    }
  };
  for (const node of parseAst(source, { lang: 'dts' }, file).body) {
    const from = node.source && resolve(file, node.source.value);
    if (node.type === 'ImportDeclaration') {
      for (const { local, imported } of node.specifiers)
        module.imports.set(local.name, { from, name: imported?.name ?? 'default' });
    } else if (node.type === 'ExportNamedDeclaration') {
      if (node.declaration) declare(node.declaration, true);
      for (const { local, exported, exportKind } of node.specifiers) {
        const typeOnly = exportKind === 'type' || node.exportKind === 'type';
        module.exports.set(
          exported.name,
          node.source ? { from, name: local.name, typeOnly } : { local: local.name, typeOnly },
        );
      }
    } else if (node.type === 'ExportDefaultDeclaration') {
      if (node.declaration.type === 'Identifier') module.exports.set('default', { local: node.declaration.name });
      else declare(node.declaration, true);
    } else if (node.type === 'ExportAllDeclaration') throw new Error(`${file}: export * hides which names are public.`);
    else if (KINDS[node.type]) declare(node, false);
  }
  return module;
}

/** Without comments, in one line for each member: what remains changes only with the meaning. */
function normalised(text) {
  return text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/^(export )?(default )?(declare )?/, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Of what is named without being exported, this is public all the same: parts of components, and what they take. */
const isPart = (file) => /\/dist\/(components|prebuilt|hooks|ui|i18n|layout|store)\//.test(file);

/** In the order of the alphabet, and the same on every machine. */
export const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.text < b.text ? -1 : 1);

/**
 * What an entry of the built package exports.
 *
 * @param entry - Its declaration file.
 * @returns the exported names with their kind, whether they are values, and their text; and parts of components with what they take, which are reached
 *   through a component and have no export of their own.
 */
export function readSurface(entry) {
  const declarations = new Declarations();
  const exported = [...declarations.module(entry).exports.keys()].map((name) => {
    const found = declarations.find(entry, name);
    if (!found) throw new Error(`${entry}: ${name} is exported, and its declaration is not in the package.`);
    return { ...found, name };
  });
  const seen = new Set(exported.map(({ id }) => id));
  const parts = [];
  const queue = [...exported];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { names, elsewhere } = next.references;
    for (const { from, name } of [...[...names].map((one) => ({ from: next.file, name: one })), ...elsewhere]) {
      const found = declarations.find(from, name);
      if (!found || seen.has(found.id) || !isPart(found.file)) continue;
      seen.add(found.id);
      parts.push(found);
      queue.push(found);
    }
  }
  return { exported: exported.sort(byName), parts: parts.sort(byName) };
}
