import path from 'node:path';
import {
  closedToServerRooms,
  folderRules,
  generatedFiles,
  maxLines,
  meaninglessFolders,
  openFiles,
  packagePlaces,
  sharedWithServer,
} from './importRules.ts';
import { type Import, readImports } from './readImports.ts';

/** A file of the project: its path from the root, with slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

const isUnder = (file: string, folders: readonly string[]): boolean =>
  folders.some((folder) => file.startsWith(folder));

/** `src/engine/managers/x.ts` → `engine`; `src/index.ts` → `.` */
function folderOf(file: string): string {
  const [, first = '', ...rest] = file.split('/');
  return rest.length === 0 ? '.' : first;
}

/** `@scope/name/sub` → `@scope/name`; `name/sub` → `name` */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Inside the library: the one-way rule. */
function checkFolders(from: string, to: string, typeOnly: boolean): string | undefined {
  const [source, target] = [folderOf(from), folderOf(to)];
  if (source === target || openFiles[source]?.includes(to)) return undefined;
  const rule = folderRules[source];
  if (rule === undefined) return `folder ${source}/ has no rule yet: add one to importRules.ts`;
  if (rule.from.includes(target)) return undefined;
  if (!rule.typesFrom?.includes(target)) return `${source}/ must not import from ${target}/`;
  return typeOnly ? undefined : `${source}/ may import types only from ${target}/`;
}

function checkPackage(from: string, specifier: string): string | undefined {
  const name = packageOf(specifier);
  if (from.startsWith('src/') && specifier.startsWith('node:')) return 'the library runs in browsers';
  const places = packagePlaces[name];
  if (places !== undefined && !isUnder(from, places)) return `only ${places.join(', ')} may`;
  const closed = closedToServerRooms.packages.some(
    (p) => p === name || (p.endsWith('/*') && name.startsWith(p.slice(0, -1))),
  );
  if (closed && from.startsWith('server/src/rooms/')) return 'server/src/rooms knows neither HTTP nor mediasoup';
  return undefined;
}

function checkImport(from: string, { specifier, typeOnly }: Import): string | undefined {
  if (!specifier.startsWith('.')) return checkPackage(from, specifier);
  const to = path.posix.join(path.posix.dirname(from), specifier);
  if (from.startsWith('src/')) {
    return to.startsWith('src/') ? checkFolders(from, to, typeOnly) : 'the library must not import from outside src/';
  }
  if (from.startsWith('server/src/rooms/') && isUnder(to, closedToServerRooms.folders)) {
    return 'server/src/rooms knows neither HTTP nor mediasoup';
  }
  if (to.startsWith('server/') || isUnder(to, sharedWithServer)) return undefined;
  return `the server may import from ${sharedWithServer.join(' and ')} only`;
}

/** What breaks the rules in the given files of `src/` and `server/src/`, one line each. */
export function findViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path: file, text }) => {
    const lines = text.trimEnd().split('\n').length;
    const folder = file
      .split('/')
      .slice(0, -1)
      .find((name) => meaninglessFolders.includes(name));
    return [
      ...(lines > maxLines && !generatedFiles.includes(file)
        ? [`${file}: ${lines} lines, the limit is ${maxLines}`]
        : []),
      ...(folder !== undefined ? [`${file}: a folder named "${folder}" says nothing`] : []),
      ...readImports(file, text).flatMap((found) => {
        const reason = checkImport(file, found);
        return reason === undefined ? [] : [`${file}: imports ${found.specifier}: ${reason}`];
      }),
    ];
  });
}
