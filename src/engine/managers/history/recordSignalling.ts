import { asRoomError } from '../../../errors/index.ts';
import type { WaitAnswer } from '../../../protocol/index.ts';
import type {
  SignallingAdapter,
  SignallingConnection,
  SignallingListener,
  SignallingLobby,
} from '../../../signalling/index.ts';
import type { History } from './History.ts';

interface Dependencies {
  readonly history: Pick<History, 'add'>;
  readonly now: () => number;
}

/** Several times a second: they would push out all the rest. Who speaks is told by an event. */
const NOT_TOLD: ReadonlySet<string> = new Set(['audioLevels', 'activeSpeakerChanged']);

/** An adapter of which everything is written down: requests with their time and outcome, notifications by name, never what is in them. */
export function recordSignalling(adapter: SignallingAdapter, to: Dependencies): SignallingAdapter {
  const recorded = async (method: string, join: () => Promise<SignallingConnection>) =>
    recordConnection(await timed(to, method, join), to);
  return {
    capabilities: (serverUrl, signal) => timed(to, 'capabilities', () => adapter.capabilities(serverUrl, signal)),
    join: (serverUrl, request, signal) => recorded('join', () => adapter.join(serverUrl, request, signal)),
    // An adapter need not have these.
    ...(adapter.wait && {
      wait: (...args: Parameters<NonNullable<SignallingAdapter['wait']>>) =>
        timed(to, 'wait', async () => adapter.wait?.(...args) as Promise<WaitAnswer>),
    }),
    ...(adapter.lobby && {
      lobby: async (...args: Parameters<NonNullable<SignallingAdapter['lobby']>>) => {
        const lobby = await timed(to, 'lobby', async () => adapter.lobby?.(...args) as Promise<SignallingLobby>);
        return {
          answer: lobby.answer,
          join: (request, signal) => recorded('join from the lobby', () => lobby.join(request, signal)),
          close: () => lobby.close(),
        };
      },
    }),
  };
}

function recordConnection(connection: SignallingConnection, to: Dependencies): SignallingConnection {
  return {
    get answer() {
      return connection.answer;
    },
    start: (listener) => connection.start(recordListener(listener, to)),
    request: (method, data) => timed(to, method, () => connection.request(method, data)),
    close: () => connection.close(),
  };
}

function recordListener(listener: SignallingListener, { history }: Dependencies): SignallingListener {
  return {
    onNotification: (notification) => {
      if (!NOT_TOLD.has(notification.method)) history.add('notification', { method: notification.method });
      listener.onNotification(notification);
    },
    onInterrupted: (cause, attempt) => {
      history.add('interrupted', { cause, attempt });
      listener.onInterrupted(cause, attempt);
    },
    onResumed: () => {
      history.add('resumed');
      listener.onResumed();
    },
    onLost: (cause) => {
      history.add('lost', { cause });
      listener.onLost(cause);
    },
    currentToken: (expired) => listener.currentToken(expired),
  };
}

async function timed<Answer>(
  { history, now }: Dependencies,
  method: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const started = now();
  try {
    const answer = await ask();
    history.add('request', { method, ms: Math.round(now() - started), outcome: 'ok' });
    return answer;
  } catch (error) {
    history.add('request', { method, ms: Math.round(now() - started), outcome: asRoomError(error).code });
    throw error;
  }
}
