import { hashApiKey } from '../apiKeys/hashApiKey.ts';
import { newApiKey } from '../apiKeys/newApiKey.ts';
import type { StoredApiKey } from '../db/repositories/ApiKeysRepository.ts';
import type { Repositories } from '../db/repositories/index.ts';
import type { SigningKeys } from '../tokens/SigningKeys.ts';
import { CommandError } from './CommandError.ts';

const USAGE = `Usage:
  keys list                          the API keys, and when each was used last
  keys create <name>                 makes an API key, which is shown this once
  keys revoke <id or name>           takes an API key out of force, for good
  keys rotate-signing-key            signs tokens with a new key; live tokens stay good
  keys rotate-signing-key --discard  and makes all tokens of the keys before void`;

const LONGEST_NAME = 100;

interface Deps {
  readonly repositories: Pick<Repositories, 'apiKeys'>;
  readonly signingKeys: Pick<SigningKeys, 'rotate' | 'discardRetired' | 'active'>;
}

/** Carries a command out, and gives what there is to say. It throws {@link CommandError} when there is no such key. */
type KeyCommand = (deps: Deps) => Promise<string>;

/**
 * Reads a command about keys. It is to run inside the server where that has the database to itself, else in the process
 * of the command line.
 *
 * @throws {@link CommandError} when it is none.
 */
export function keyCommand(args: readonly string[]): KeyCommand {
  const [command, operand = '', ...more] = args;
  switch (more.length === 0 ? command : undefined) {
    case 'list':
      if (operand === '') return list;
      break;
    case 'create':
      if (operand !== '') return create(operand);
      break;
    case 'revoke':
      if (operand !== '') return revoke(operand);
      break;
    case 'rotate-signing-key':
      if (operand === '' || operand === '--discard') return rotate(operand !== '');
  }
  throw new CommandError(USAGE);
}

async function list({ repositories }: Deps): Promise<string> {
  const keys = await repositories.apiKeys.list();
  const rows = keys.map((key) => [key.id, nameOf(key), day(key.createdAt), moment(key.lastUsedAt), stateOf(key)]);
  return table([['ID', 'NAME', 'CREATED', 'LAST USED', 'STATE'], ...rows]);
}

function create(name: string): KeyCommand {
  if (!/^[^\p{C}]+$/u.test(name) || name.length > LONGEST_NAME) {
    throw new CommandError(`A name has 1 to ${LONGEST_NAME} letters in one line: "${name}" will not do.`);
  }
  return async ({ repositories: { apiKeys } }) => {
    const taken = (await apiKeys.list()).find((key) => key.name === name && key.revokedAt === null);
    if (taken) throw new CommandError(`The key ${taken.id} is named "${name}" already: choose another name.`);
    const key = newApiKey();
    const { id } = await apiKeys.create({ hash: hashApiKey(key), name });
    return `${key}\n\nThis is the key "${name}" (${id}). Keep it safe: it is not shown again.`;
  };
}

function revoke(which: string): KeyCommand {
  return async ({ repositories: { apiKeys } }) => {
    const keys = (await apiKeys.list()).filter(({ id, name }) => id === which || name === which);
    const key = keys.find(({ revokedAt }) => revokedAt === null);
    if (key) {
      await apiKeys.revoke(key.id);
      const settings = key.origin === 'settings' ? ' Take it out of PARLOUR_API_KEY, too.' : '';
      return `The key ${nameOf(key)} (${key.id}) is revoked.${settings}`;
    }
    if (keys.length > 0) return `The key "${which}" was revoked before.`;
    throw new CommandError(`There is no key "${which}": \`keys list\` shows those there are.`);
  };
}

function rotate(discard: boolean): KeyCommand {
  return async ({ signingKeys }) => {
    await signingKeys.rotate();
    if (discard) await signingKeys.discardRetired();
    const { kid } = signingKeys.active();
    const before = discard ? 'All tokens of the keys before are void.' : 'Tokens of the key before stay good.';
    return `The key ${kid} signs from now on. ${before}`;
  };
}

function nameOf({ name, origin }: StoredApiKey): string {
  return name ?? `(${origin})`;
}

function stateOf({ origin, revokedAt }: StoredApiKey): string {
  if (revokedAt !== null) return `revoked ${day(revokedAt)}`;
  return origin === 'settings' ? 'good where PARLOUR_API_KEY holds it' : 'good';
}

const day = (date: Date) => date.toISOString().slice(0, 10);
const moment = (date: Date | null) => date?.toISOString().slice(0, 16).replace('T', ' ') ?? 'never';

function table(rows: readonly string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
