import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askServer } from '../../src/commands/askServer.ts';
import { CommandError } from '../../src/commands/CommandError.ts';
import { ControlSocket } from '../../src/commands/ControlSocket.ts';
import { controlSocketPath } from '../../src/commands/controlSocketPath.ts';

let folder: string;
let path: string;
let control: ControlSocket | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlour-control-'));
  path = controlSocketPath(folder) ?? '';
  control = null;
});
afterEach(async () => {
  await control?.close();
  rmSync(folder, { recursive: true });
});

test('a command is carried out by the server, which answers what came of it', async () => {
  control = await ControlSocket.listen(path, async (args) => {
    if (args[0] === 'refuse') throw new CommandError('There is no key "x".');
    if (args[0] === 'fail') throw new Error('no disk');
    return `did ${args.join(' ')}`;
  });
  expect(await askServer(path, ['create', 'two words'])).toBe('did create two words');
  await expect(askServer(path, ['refuse'])).rejects.toThrow(new CommandError('There is no key "x".'));
  await expect(askServer(path, ['fail'])).rejects.toThrow('The server could not do it: no disk');
});

test('only this user reaches it', async () => {
  control = await ControlSocket.listen(path, async () => '');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
});

test('where no server listens there is nobody to ask, and the next one takes over what a dead one left', async () => {
  expect(await askServer(path, ['list'])).toBeNull();
  await (await ControlSocket.listen(path, async () => '')).close();
  writeFileSync(path, '');
  expect(await askServer(path, ['list'])).toBeNull();
  control = await ControlSocket.listen(path, async () => 'here');
  expect(await askServer(path, ['list'])).toBe('here');
});

test('a command without an end, or one too long, holds nothing up', async () => {
  control = await ControlSocket.listen(path, async () => 'here');
  const slow = connect(path);
  slow.write('["list"');
  const long = connect(path);
  long.on('error', () => {});
  const closed = new Promise((resolve) => long.once('close', resolve));
  long.write('x'.repeat(10_000));
  await closed;
  expect(await askServer(path, ['list'])).toBe('here');
  slow.destroy();
});

test('a path that no socket can have is told from one that it can', () => {
  expect(controlSocketPath('/var/lib/parlour')).toBe('/var/lib/parlour/control/server.sock');
  expect(controlSocketPath(`/${'long/'.repeat(30)}`)).toBeNull();
  expect(controlSocketPath(join(process.cwd(), 'x'.repeat(80)))).toMatch(/^x{80}.control.server\.sock$/);
});
