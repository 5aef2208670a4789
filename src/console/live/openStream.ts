/** What is needed of an `EventSource`. */
export interface EventStream {
  /** 0: it connects, 1: it is open, 2: it is closed for good. */
  readonly readyState: number;
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
}

/** Opens a stream of server-sent events. */
export type OpenEvents = (url: string) => EventStream;

/** How long to wait where the browser does not try again by itself, in milliseconds. */
const RETRY_WAIT = 3000;
const CLOSED = 2;

export interface StreamOptions {
  readonly url: string;
  readonly open: OpenEvents;
  /** What to do with the data of events, by their names. */
  readonly on: Readonly<Record<string, (data: unknown) => void>>;
  /** Called with whether it is open. */
  readonly onStatus: (open: boolean) => void;
}

/** Keeps a stream open until it is closed: a browser gives up after an answer that is an error. @returns closes it */
export function openStream({ url, open, on, onStatus }: StreamOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let stream: EventStream;
  const start = () => {
    const current = open(url);
    stream = current;
    current.addEventListener('open', () => {
      if (!closed) onStatus(true);
    });
    current.addEventListener('error', () => {
      if (closed) return;
      onStatus(false);
      if (current.readyState !== CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(start, RETRY_WAIT);
    });
    for (const [name, handle] of Object.entries(on)) {
      current.addEventListener(name, (event) => {
        if (!closed) handle(dataOf(event));
      });
    }
  };
  start();
  return () => {
    closed = true;
    clearTimeout(timer);
    stream.close();
  };
}

function dataOf(event: Event): unknown {
  try {
    return JSON.parse((event as MessageEvent<string>).data);
  } catch {
    return undefined;
  }
}
