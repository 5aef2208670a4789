import type { TokenSource } from '../auth/index.ts';
import type { DeviceStorage } from '../media/index.ts';
import type { InitialDemand } from '../protocol/index.ts';
import type { SignallingAdapter } from '../signalling/index.ts';
import type { Environment } from './Environment.ts';

/** What a room is made of. Either a `tokenSource` or a `clientToken` is needed to connect. */
export interface RoomOptions {
  /** The room that the token must be for. @default the token's room */
  readonly roomId?: string;
  /** Gets a token from your backend, at each connection and before one runs out. */
  readonly tokenSource?: TokenSource;
  /** A fixed token, in place of a source; renew it with `updateClientToken`. */
  readonly clientToken?: string;
  /** Address of the room server, such as `https://rooms.example.com`. @default the token's `url` claim */
  readonly serverUrl?: string;
  /**
   * Whether the token source may be asked while somebody is still in the lobby. Joining is then two round trips faster;
   * what is chosen in the lobby (a name, say) cannot be in the token yet.
   *
   * @default false; true without a `serverUrl`, since the token is needed then to know the address
   */
  readonly tokenInLobby?: boolean;
  /** Anything that others should know of you, up to 1,024 characters. It is not signed, and can be changed later. */
  readonly context?: string | undefined;
  /** Whether you receive what others write, and what they wrote before you came. @default false */
  readonly enableMessages?: boolean;
  /**
   * How many streams of each kind the server sends with the join, before anybody has said which ones
   * are wanted. What is not asked for within 5 s is paused again.
   *
   * @default 20 audio and 9 video from `createRoom`, none from `initialize`
   */
  readonly initialDemand?: Partial<InitialDemand>;
  /** Another way to reach a room server. @default Parlour's own */
  readonly signalling?: SignallingAdapter;
  /** Where the choice of devices is kept, null for nowhere. @default the browser's `localStorage` */
  readonly deviceStorage?: DeviceStorage | null;
  /** Parts of the surroundings to replace, in tests say. */
  readonly environment?: Partial<Environment>;
}
