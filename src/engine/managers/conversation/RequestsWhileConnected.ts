import { roomError } from '../../../errors/index.ts';
import type { RequestAnswer, RequestInput, RequestMethod } from '../../../protocol/index.ts';
import type { SignallingConnection } from '../../../signalling/index.ts';

/** Asks the server by the connection there is, whichever that is. */
export class RequestsWhileConnected implements Pick<SignallingConnection, 'request'> {
  #signalling: Pick<SignallingConnection, 'request'> | null = null;

  get connected(): boolean {
    return this.#signalling !== null;
  }

  handleConnected(signalling: Pick<SignallingConnection, 'request'>): void {
    this.#signalling = signalling;
  }

  handleDisconnected(): void {
    this.#signalling = null;
  }

  /** @throws RoomError `not-connected`, or why it was refused */
  async request<Method extends RequestMethod>(
    method: Method,
    data: RequestInput<Method>,
  ): Promise<RequestAnswer<Method>> {
    if (!this.#signalling) throw roomError('not-connected');
    return this.#signalling.request(method, data);
  }
}
