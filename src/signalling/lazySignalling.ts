import { lazily } from '../errors/index.ts';
import type { SignallingAdapter } from './SignallingAdapter.ts';

/** The code of {@link parlourSignalling}. @throws RoomError `unreachable` */
export const loadSignalling = lazily(async () => (await import('./protooSignalling.ts')).protooSignalling);

/** Parlour's own signalling; its code comes when a server is first asked something. */
export const parlourSignalling: SignallingAdapter & Required<SignallingAdapter> = {
  capabilities: async (...args) => (await loadSignalling()).capabilities(...args),
  lobby: async (...args) => (await loadSignalling()).lobby(...args),
  join: async (...args) => (await loadSignalling()).join(...args),
  wait: async (...args) => (await loadSignalling()).wait(...args),
};
