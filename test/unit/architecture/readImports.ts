import { parseSync } from 'vite';

/** One import, re-export, dynamic import or `import()` type of a file. */
export interface Import {
  /** What stands between the quotes. */
  specifier: string;
  /** True if nothing of it is left at run time. */
  typeOnly: boolean;
}

interface Node {
  type: string;
  source?: { type: string; value?: unknown } | null;
  importKind?: string;
  exportKind?: string;
  specifiers?: { importKind?: string; exportKind?: string }[];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** True for `import type`, for `export type`, and for lists in which every single name is a type. */
function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers ?? [];
  return names.length > 0 && names.every((name) => name.importKind === 'type' || name.exportKind === 'type');
}

/** Every import of a TypeScript file, in the order of the text. Throws if the text cannot be parsed. */
export function readImports(path: string, text: string): Import[] {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);

  const imports: Import[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isNode(value)) return;
    const specifier = value.source?.type === 'Literal' ? value.source.value : undefined;
    if (typeof specifier === 'string') imports.push({ specifier, typeOnly: isTypeOnly(value) });
    for (const child of Object.values(value)) visit(child);
  };
  visit(program);
  return imports;
}
