import { RoomError, type RoomErrorCode, type SignallingAdapter, type SignallingConnection } from 'parlour/engine';

/** Anything that carries lines of text both ways: a WebSocket, say. */
export interface Line {
  send(line: string): void;
  onLine(listener: (line: string) => void): void;
  onClosed(listener: () => void): void;
  close(): void;
}

/** Signalling over one line: `{ id, method, data }` asks, `{ id, data }` or `{ id, error }` answers, `{ method, data }` tells. */
export function lineSignalling(open: (serverUrl: string) => Promise<Line>): SignallingAdapter {
  return {
    async capabilities(serverUrl) {
      const conversation = new Conversation(await open(serverUrl));
      try {
        return (await conversation.ask('capabilities', {})) as never;
      } finally {
        conversation.close();
      }
    },
    async join(serverUrl, request, signal) {
      const conversation = new Conversation(await open(serverUrl));
      // Whoever calls the join off must not stay in the room.
      signal.addEventListener('abort', () => conversation.close(), { signal: conversation.ended });
      const answer = (await conversation.ask('join', request)) as SignallingConnection['answer'];
      return {
        answer,
        request: async (method, data) => (await conversation.ask(method, data)) as never,
        close: () => conversation.close(),
        start: (listener) =>
          conversation.listen(
            (notification) => listener.onNotification(notification as never),
            () => listener.onLost('the line was closed'),
          ),
      };
    },
  };
}

class Conversation {
  readonly #line: Line;
  readonly #asked = new Map<number, { resolve(data: unknown): void; reject(error: RoomError): void }>();
  readonly #end = new AbortController();
  #waiting: unknown[] = [];
  #hear: ((notification: unknown) => void) | null = null;
  #lost = () => {};
  #ids = 0;

  constructor(line: Line) {
    this.#line = line;
    line.onLine((text) => this.#take(JSON.parse(text)));
    line.onClosed(() => {
      const ours = this.ended.aborted;
      this.close();
      if (!ours) this.#lost();
    });
  }

  get ended(): AbortSignal {
    return this.#end.signal;
  }

  ask(method: string, data: unknown): Promise<unknown> {
    if (this.ended.aborted) return Promise.reject(new RoomError('aborted', 'The line is closed.'));
    this.#ids += 1;
    const id = this.#ids;
    this.#line.send(JSON.stringify({ id, method, data }));
    return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
  }

  /** What was told before somebody listened is told first. */
  listen(hear: (notification: unknown) => void, lost: () => void): void {
    this.#hear = hear;
    this.#lost = lost;
    for (const notification of this.#waiting.splice(0)) hear(notification);
  }

  close(): void {
    this.#end.abort();
    for (const { reject } of this.#asked.values()) reject(new RoomError('aborted', 'The line is closed.'));
    this.#asked.clear();
    this.#line.close();
  }

  #take(message: { id?: number; data?: unknown; error?: { code: RoomErrorCode; message: string } }): void {
    if (message.id === undefined) {
      if (this.#hear) this.#hear(message);
      else this.#waiting.push(message);
      return;
    }
    const asked = this.#asked.get(message.id);
    this.#asked.delete(message.id);
    if (message.error) asked?.reject(new RoomError(message.error.code, message.error.message));
    else asked?.resolve(message.data);
  }
}
