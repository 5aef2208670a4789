import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order, Outcome } from './clients/protocol.ts';

const MAIN = fileURLToPath(new URL('clients/main.ts', import.meta.url));

/** All clients, in a process of their own: what they cost is not the server's. */
export class Clients {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(url: URL): Promise<Clients> {
    const child = fork(MAIN, [url.href], { execArgv: [] });
    await once(child, 'message');
    return new Clients(child);
  }

  /** @throws Error when something failed. */
  async run(order: Order): Promise<Outcome> {
    const answer = once(this.#child, 'message') as Promise<[Outcome]>;
    this.#child.send(order);
    const ended = once(this.#child, 'exit').then(() => {
      throw new Error('The process of the clients has ended.');
    });
    const [outcome] = await Promise.race([answer, ended]);
    if (outcome.failures.length > 0) throw new Error(`Clients failed: ${outcome.failures.join('; ')}`);
    return outcome;
  }

  stop(): void {
    this.#child.disconnect();
  }
}
