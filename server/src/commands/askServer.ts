import { connect } from 'node:net';
import { CommandError } from './CommandError.ts';
import type { ControlAnswer } from './ControlSocket.ts';

/**
 * Has the server that listens on a control socket carry out a command.
 *
 * @returns What it says; `null` when no server listens there.
 * @throws {@link CommandError} what the server refuses.
 */
export async function askServer(path: string, args: readonly string[]): Promise<string | null> {
  const text = await exchange(path, `${JSON.stringify(args)}\n`);
  if (text === null) return null;
  if (text === '') throw new Error('The server went away before it answered: try again.');
  const answer: ControlAnswer = JSON.parse(text);
  if ('said' in answer) return answer.said;
  if ('refused' in answer) throw new CommandError(answer.refused);
  throw new Error(`The server could not do it: ${answer.failed}`);
}

function exchange(path: string, request: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(path, () => socket.write(request));
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    socket.once('end', () => resolve(text));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      // Nothing is there, or what a server left that died.
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
  });
}
