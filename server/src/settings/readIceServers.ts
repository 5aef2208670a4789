import { ConfigError } from './ConfigError.ts';
import { type Environment, readText } from './readSetting.ts';

/** A STUN or TURN server, in the shape that browsers take (`RTCIceServer`). */
export interface IceServer {
  urls: string | string[];
  username?: string;
  credential?: string;
}

const URL_PATTERN = /^(stun|stuns|turn|turns):\S+$/;

/** The JSON array of ICE servers that clients are given. */
export function readIceServers(env: Environment, name: string): IceServer[] {
  const text = readText(env, name);
  if (text === undefined) return [];
  const value = parseJson(text);
  if (!Array.isArray(value) || !value.every(isIceServer)) {
    // The text is not repeated: it may hold a credential.
    throw new ConfigError(`${name} must be a JSON array such as [{"urls":"stun:stun.example.org:3478"}].`);
  }
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isIceServer(value: unknown): value is IceServer {
  if (typeof value !== 'object' || value === null) return false;
  const { urls, username, credential } = value as Record<string, unknown>;
  const list = Array.isArray(urls) ? urls : [urls];
  return (
    list.length > 0 &&
    list.every((url) => typeof url === 'string' && URL_PATTERN.test(url)) &&
    [username, credential].every((part) => part === undefined || typeof part === 'string')
  );
}
