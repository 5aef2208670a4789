import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const drawing = fileURLToPath(new URL('./drawIcon.ts', import.meta.url));
const source = fileURLToPath(new URL('../../src/', import.meta.url));

const ICON = /^lucide-react\/icons\/([\w-]+)$/;
const MODULES = `${source}lean/icons/`;
const DRAW = `${MODULES}drawIcon.ts`;

/** Whether an import is of an icon that is carried along. */
export const isLeanIcon = (specifier: string, importer: string | undefined): boolean =>
  ICON.test(specifier) && importer?.startsWith(source) === true;

/**
 * The elements of lucide-react's icons, without the component that draws them: it is larger than twenty of them, for what
 * nobody sets.
 *
 * @param carry - Is told of the files that the icons are from.
 */
export function leanIcons(carry: (file: string) => void): Plugin {
  return {
    name: 'parlour:lean-icons',
    apply: 'build',
    enforce: 'pre',
    resolveId(specifier, importer) {
      if (specifier === DRAW) return { id: DRAW, moduleSideEffects: false };
      if (!isLeanIcon(specifier, importer)) return null;
      return { id: `${MODULES}${ICON.exec(specifier)?.[1]}.js`, moduleSideEffects: false };
    },
    async load(id) {
      if (id === DRAW) return readFileSync(drawing, 'utf8');
      if (!id.startsWith(MODULES)) return null;
      const file = iconFile(fileURLToPath(import.meta.resolve(`lucide-react/icons/${path.basename(id, '.js')}`)));
      const { __iconData: icon } = await import(file);
      if (icon?.size !== 24)
        throw new Error(`lean: ${file} is not written as icons were. See scripts/lean/leanIcons.ts.`);
      carry(file);
      return `
        import { drawIcon } from ${JSON.stringify(DRAW)};
        export default /* @__PURE__ */ drawIcon(${JSON.stringify(icon.node, withoutKey)});`;
    },
  };
}

/** Elements that never change their order need none. */
const withoutKey = (name: string, value: unknown) => (name === 'key' ? undefined : value);

/** Where an icon is written down: some names are other names of it. */
function iconFile(file: string): string {
  const [, other] = /^export \{ default \} from '(\.\/[\w-]+\.mjs)';$/m.exec(readFileSync(file, 'utf8')) ?? [];
  return other ? path.join(path.dirname(file), other) : file;
}
