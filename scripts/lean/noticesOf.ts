import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The package that a file belongs to: the nearest folder above with a package.json. */
function packageOf(file: string): string {
  const folder = path.dirname(file);
  return existsSync(path.join(folder, 'package.json')) ? folder : packageOf(folder);
}

/** The licences of the packages that these files are from, as their authors want them kept with copies. */
export function noticesOf(files: Iterable<string>): string {
  const packages = [...files].filter((file) => file.includes('/node_modules/')).map(packageOf);
  return [...new Set(packages)].sort().map(noticeOf).join('\n\n');
}

function noticeOf(folder: string): string {
  const { name, version, license, author, homepage, repository } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const by = typeof author === 'string' ? author : (author?.name ?? homepage ?? repository?.url ?? '');
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : `${license}. Copyright ${by}`;
  return `${name} ${version}\n\n${text}\n`;
}
