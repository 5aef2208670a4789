import { capabilitiesAnswer, joinAnswer, PROTOCOL_VERSION } from '../protocol/index.ts';
import { call } from './httpRequests.ts';
import { ParlourConnection } from './ParlourConnection.ts';
import type { SignallingAdapter } from './SignallingAdapter.ts';

/**
 * Parlour's own signalling: one POST joins on the page's warm connection while the WebSocket opens
 * beside it, so that nothing waits for the socket. Until it is attached, requests go by POST as well,
 * except for those that can wait.
 */
export const parlourSignalling: SignallingAdapter = {
  capabilities: (serverUrl, signal) =>
    call(capabilitiesAnswer, { url: new URL('/v2/rtc/capabilities', serverUrl), signal }),

  async join(serverUrl, input, signal) {
    const connectionId = crypto.randomUUID();
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
  },
};
