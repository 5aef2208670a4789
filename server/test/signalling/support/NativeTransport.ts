import { EventEmitter } from 'node:events';

/**
 * A transport for protoo-client's `Peer` on Node's own WebSocket, which keeps to the standard as browsers do. The one
 * that protoo-client brings for Node drops messages it has received but not handled yet when the server closes.
 */
export class NativeTransport extends EventEmitter {
  readonly #socket: WebSocket;
  #open = false;
  #closed = false;

  constructor(url: string, headers: Record<string, string>) {
    super();
    this.#socket = new WebSocket(url, { protocols: ['protoo'], headers } as never);
    this.#socket.addEventListener('open', () => {
      this.#open = true;
      this.emit('open');
    });
    this.#socket.addEventListener('message', ({ data }) => this.emit('message', JSON.parse(data)));
    this.#socket.addEventListener('close', () => {
      if (!this.#open) this.emit('failed', 1);
      this.#end();
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#end();
    this.#socket.close();
  }

  async send(message: object): Promise<void> {
    if (this.#closed) throw new Error('transport closed');
    this.#socket.send(JSON.stringify(message));
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.emit('close');
  }
}
