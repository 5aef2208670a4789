import { request } from 'node:http';
import { request as requestSecurely } from 'node:https';

/** What somebody is told who asks for a socket; 101 when it is opened. */
export interface UpgradeAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  /** Closes the socket if there is one. */
  close(): void;
}

/** Asks for a WebSocket by hand, with any headers. */
export function askForSocket(
  serverUrl: string,
  headers: Record<string, string> = {},
  path = '/v2/rtc',
): Promise<UpgradeAnswer> {
  return new Promise((resolve, reject) => {
    const secure = serverUrl.startsWith('https:');
    const asked = (secure ? requestSecurely : request)(`${serverUrl}${path}`, {
      // Certificates of the tests are nobody's.
      ...(secure && { rejectUnauthorized: false }),
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': 'protoo',
        ...headers,
      },
    });
    asked.once('error', reject);
    asked.once('upgrade', (response, socket) => {
      socket.on('error', () => undefined);
      resolve({ status: 101, headers: response.headers, body: '', close: () => socket.destroy() });
    });
    asked.once('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, close: () => undefined });
      });
    });
    asked.end();
  });
}
