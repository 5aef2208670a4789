import { capabilitiesAnswer, joinAnswer, lobbyAnswer, PROTOCOL_VERSION, waitAnswer } from '../protocol/index.ts';
import { call } from './httpRequests.ts';
import { ParlourConnection } from './ParlourConnection.ts';
import { ParlourLobby } from './ParlourLobby.ts';
import type { JoinInput, SignallingAdapter, SignallingConnection } from './SignallingAdapter.ts';

/** How long an answer may be held back, in milliseconds: longer than a server does. */
const WAIT_TIMEOUT = 40_000;

/**
 * Parlour's own signalling: one POST joins on the page's warm connection while the WebSocket opens
 * beside it, so that nothing waits for the socket. Until it is attached, requests go by POST as well,
 * except for those that can wait.
 */
export const protooSignalling: SignallingAdapter & Required<SignallingAdapter> = {
  capabilities: (serverUrl, signal) =>
    call(capabilitiesAnswer, { url: new URL('/v2/rtc/capabilities', serverUrl), signal }),

  async lobby(serverUrl, input, { signal, currentToken, onLost }) {
    const connectionId = crypto.randomUUID();
    const ask = (token: string, asking: AbortSignal) =>
      call(lobbyAnswer, {
        url: new URL('/v2/rtc/lobby', serverUrl),
        signal: asking,
        body: { ...input, token, version: PROTOCOL_VERSION, connectionId },
      });
    return new ParlourLobby({
      answer: await ask(input.token, signal),
      ask: async (asking) => ask(await currentToken(), asking),
      join: (request, joining) => join(serverUrl, connectionId, request, joining),
      leaveRequest: { url: new URL('/v2/rtc/request', serverUrl), body: { connectionId, method: 'leave', data: {} } },
      onLost,
    });
  },

  join: (serverUrl, input, signal) => join(serverUrl, crypto.randomUUID(), input, signal),

  wait: (serverUrl, input, signal) =>
    call(waitAnswer, {
      url: new URL('/v2/rtc/wait', serverUrl),
      signal,
      body: { ...input, version: PROTOCOL_VERSION },
      timeout: WAIT_TIMEOUT,
    }),
};

async function join(
  serverUrl: string,
  connectionId: string,
  input: JoinInput,
  signal: AbortSignal,
): Promise<SignallingConnection> {
  const connection = new ParlourConnection(serverUrl, connectionId, input.token);
  try {
    connection.answer = await call(joinAnswer, {
      url: new URL('/v2/rtc/join', serverUrl),
      signal,
      body: { ...input, version: PROTOCOL_VERSION, connectionId },
    });
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
