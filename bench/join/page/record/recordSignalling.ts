import type { Recording } from './Recording.ts';

/** Marks what is asked by HTTP and over the socket, when it is sent and when it is answered, and when the socket is usable. */
export function recordSignalling(recording: Recording): void {
  recordRequests(recording);
  recordSocket(recording);
}

function recordRequests(recording: Recording): void {
  const original = window.fetch;
  window.fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    const { method } = typeof init?.body === 'string' ? (JSON.parse(init.body) as { method?: string }) : {};
    const name = `${init?.method ?? 'GET'} ${method ?? pathname.split('/').at(-1)}`;
    recording.mark(`${name} sent`);
    const response = await original(input, init);
    recording.mark(`${name} answered`);
    return response;
  };
}

function recordSocket(recording: Recording): void {
  const Original = window.WebSocket;
  window.WebSocket = class extends Original {
    readonly #methods = new Map<number, string>();

    constructor(...args: ConstructorParameters<typeof Original>) {
      super(...args);
      this.addEventListener('open', () => recording.mark('socket open'));
      this.addEventListener('message', ({ data }) => {
        const message = JSON.parse(data);
        if (message.response) recording.mark(`socket ${this.#methods.get(message.id)} answered`);
        // Loudness comes several times a second and has nothing to do with a join.
        else if (message.method !== 'audioLevels') recording.mark(`told ${message.method}`);
      });
    }

    override send(data: string): void {
      const { id, method } = JSON.parse(data);
      this.#methods.set(id, method);
      recording.mark(`socket ${method} sent`);
      super.send(data);
    }
  };
}
