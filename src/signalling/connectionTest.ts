import { Peer, WebSocketTransport } from 'protoo-client';
import { roomError } from '../errors/index.ts';
import {
  capabilitiesAnswer,
  PROTOCOL_VERSION,
  type TestAction,
  type TestActionAnswer,
  type TestActionData,
  testActions,
} from '../protocol/index.ts';
import { call } from './httpRequests.ts';

/** Asks the server for what a connection test needs. */
export interface TestSignalling {
  /** @throws RoomError why not. */
  act<A extends TestAction>(action: A, data: Omit<TestActionData<A>, 'testId'>): Promise<TestActionAnswer<A>>;
}

/** A test under a new secret id. */
export function testSignalling(serverUrl: string, signal: AbortSignal): TestSignalling {
  const testId = crypto.randomUUID();
  return {
    act: (action, data) =>
      call(testActions[action].answer, {
        url: new URL('/v2/rtc/test', serverUrl),
        // What ends a test must get through when it is called off.
        signal: action === 'end' ? new AbortController().signal : signal,
        body: { version: PROTOCOL_VERSION, action, data: { ...data, testId } },
      }) as Promise<TestActionAnswer<typeof action>>,
  };
}

/** How long a request over HTTP takes on a connection that is open, in milliseconds. @throws RoomError `unreachable`, … */
export async function measureHttp(serverUrl: string, signal: AbortSignal): Promise<number> {
  const ask = () => call(capabilitiesAnswer, { url: new URL('/v2/rtc/capabilities', serverUrl), signal });
  await ask();
  const started = performance.now();
  await ask();
  return performance.now() - started;
}

/** How long a question over the WebSocket takes, in milliseconds. @throws RoomError `unreachable`, `timed-out`, `aborted` */
export function measureSocket(serverUrl: string, signal: AbortSignal): Promise<number> {
  const url = new URL('/v2/rtc', serverUrl);
  url.protocol = url.protocol.replace('http', 'ws');
  const peer = new Peer(new WebSocketTransport(url.href, { retry: { retries: 0 } }));
  return new Promise<number>((resolve, reject) => {
    const failed = () =>
      reject(roomError('unreachable', 'The WebSocket could not be opened: a proxy may not let it through.'));
    peer.on('failed', failed);
    peer.on('close', failed);
    signal.addEventListener('abort', () => reject(roomError('aborted')), { once: true });
    peer.on('open', () => {
      const started = performance.now();
      // Nobody has joined, so that it is refused; that is an answer, too.
      peer.request('ping', {}).then(
        () => resolve(performance.now() - started),
        () => resolve(performance.now() - started),
      );
    });
  }).finally(() => peer.close());
}
