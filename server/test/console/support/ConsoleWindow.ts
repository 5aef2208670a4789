import type { FastifyInstance } from 'fastify';
import { API_KEY } from '../../support/testConfig.ts';

/** An event of a stream. */
export interface ServerEvent {
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape.
  readonly data: any;
}

/** A browser window on the console of a server that listens. */
export class ConsoleWindow {
  readonly #origin: string;
  readonly #headers: Record<string, string>;

  private constructor(origin: string, headers: Record<string, string>) {
    this.#origin = origin;
    this.#headers = headers;
  }

  static async open(app: FastifyInstance): Promise<ConsoleWindow> {
    const origin = app.server.listening ? app.listeningOrigin : await app.listen({ host: '127.0.0.1', port: 0 });
    const answer = await fetch(`${origin}/console/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ api_key: API_KEY }),
    });
    const { data } = (await answer.json()) as { data: { csrf_token: string } };
    const cookie = String(answer.headers.get('set-cookie')).split(';')[0] as string;
    return new ConsoleWindow(origin, { cookie, origin, 'x-parlour-csrf': data.csrf_token });
  }

  ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Response> {
    return fetch(`${this.#origin}/console/api${path}`, {
      method,
      headers: { ...this.#headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** Reads a stream: comments are left out. It ends with the stream. */
  async *events(path: string): AsyncGenerator<ServerEvent> {
    const { body } = await this.ask('GET', path);
    let text = '';
    for await (const chunk of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
        if (event !== undefined && data !== undefined) yield { event, data: JSON.parse(data) };
      }
    }
  }
}

/** The next event of that name. */
export async function next(events: AsyncGenerator<ServerEvent>, name: string): Promise<ServerEvent['data']> {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error(`The stream ended without an event "${name}".`);
    if (value.event === name) return value.data;
  }
}
