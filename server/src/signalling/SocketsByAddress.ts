import type { Socket } from 'node:net';

/** How many sockets each address has open. */
export class SocketsByAddress {
  readonly #limit: number;
  readonly #open = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether an address has as many as it may. */
  isFull(address: string): boolean {
    return (this.#open.get(address) ?? 0) >= this.#limit;
  }

  /** Counts a socket until it closes. */
  add(address: string, socket: Pick<Socket, 'once'>): void {
    this.#open.set(address, (this.#open.get(address) ?? 0) + 1);
    socket.once('close', () => {
      const left = (this.#open.get(address) ?? 1) - 1;
      if (left > 0) this.#open.set(address, left);
      else this.#open.delete(address);
    });
  }
}
