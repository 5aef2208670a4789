import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { prepareDataFolder } from '../db/prepareDataFolder.ts';
import { CommandError } from './CommandError.ts';

/** What the server answers to a command. */
export type ControlAnswer = { said: string } | { refused: string } | { failed: string };

const LONGEST_COMMAND = 4096;

/**
 * Takes commands over a socket in the data folder, one a connection: a JSON list of words in a line, and a
 * {@link ControlAnswer} in a line. Whoever may read the folder may command; nobody else reaches it.
 */
export class ControlSocket {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(run: (args: string[]) => Promise<string>) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      answerOnce(socket, run);
    });
  }

  /** @param path is taken over from a server that died: the caller has the data folder to itself. */
  static async listen(path: string, run: (args: string[]) => Promise<string>): Promise<ControlSocket> {
    // The folder keeps others out from the first moment on.
    prepareDataFolder(dirname(path));
    rmSync(path, { force: true });
    const control = new ControlSocket(run);
    await new Promise<void>((resolve, reject) => {
      control.#server.once('error', reject).listen(path, resolve);
    });
    chmodSync(path, 0o600);
    control.#server.unref();
    return control;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function answerOnce(socket: Socket, run: (args: string[]) => Promise<string>): void {
  let text = '';
  const onData = async (chunk: string) => {
    text += chunk;
    if (text.length > LONGEST_COMMAND) socket.destroy();
    if (!text.includes('\n')) return;
    socket.off('data', onData);
    socket.end(`${JSON.stringify(await answerTo(text, run))}\n`);
  };
  socket.setEncoding('utf8').on('data', onData);
}

async function answerTo(text: string, run: (args: string[]) => Promise<string>): Promise<ControlAnswer> {
  try {
    return { said: await run(JSON.parse(text)) };
  } catch (error) {
    const { message } = error as Error;
    return error instanceof CommandError ? { refused: message } : { failed: message };
  }
}
