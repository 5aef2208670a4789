import type { Token, Tokens } from '../auth/index.ts';
import { roomError } from '../errors/index.ts';
import { describeMedia, type MediaSession, type PreparedMedia } from '../media/index.ts';
import type { JoinInput, SignallingAdapter, SignallingConnection } from '../signalling/index.ts';
import type { Lobby } from './Lobby.ts';
import { requireShort, type Self } from './managers/conversation/Self.ts';
import type { Preparation } from './Preparation.ts';
import type { RoomOptions } from './RoomOptions.ts';
import { untilAborted } from './untilAborted.ts';

interface Dependencies {
  readonly options: RoomOptions;
  readonly tokens: Pick<Tokens, 'current' | 'fresh' | 'renewable'>;
  readonly preparation: Preparation;
  readonly signalling: SignallingAdapter;
  readonly lobby: Pick<Lobby, 'take'>;
  readonly conversation: { readonly self: Pick<Self, 'context'> };
  /** This room, over all of its joins. */
  readonly clientId: string;
}

/** A joined room, and the media that was prepared for it. */
export interface Joined {
  readonly connection: SignallingConnection;
  readonly prepared: PreparedMedia;
  /** Where the join came from a lobby: its transports. */
  readonly media: MediaSession | null;
}

/**
 * Joins a room: token, preparation, one request. What a second look can mend (a token that ran out
 * by the server's clock, codecs that changed since they were loaded) gets that look, once.
 *
 * @param returning - It comes back by itself, and takes nobody's place but its own.
 * @throws RoomError why not.
 */
export async function joinRoom(to: Dependencies, signal: AbortSignal, returning: boolean): Promise<Joined> {
  const token = await untilAborted(to.tokens.current(), signal);
  try {
    return await joinWith(to, token, signal, returning);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'token-expired' && to.tokens.renewable) {
      return joinWith(to, await untilAborted(to.tokens.fresh(), signal), signal, returning);
    }
    if (code === 'capabilities-changed') {
      to.preparation.reset();
      return joinWith(to, token, signal, returning);
    }
    throw error;
  }
}

async function joinWith(to: Dependencies, token: Token, signal: AbortSignal, returning: boolean): Promise<Joined> {
  const { options, preparation, signalling, lobby, clientId } = to;
  const serverUrl = serverUrlOf(options, token);
  checkRoom(options, token);
  const { enableMessages, initialDemand } = options;
  const { context } = to.conversation.self;
  requireShort(context ?? null);
  const prepared = await untilAborted(preparation.media(serverUrl), signal);
  const input: JoinInput = {
    roomId: token.roomId,
    token: token.token,
    clientId,
    returning,
    enableMessages: enableMessages ?? false,
    initialDemand: { audio: initialDemand?.audio ?? 0, video: initialDemand?.video ?? 0 },
    ...(context !== undefined && { context }),
    ...describeMedia(prepared),
  };
  const place = lobby.take();
  if (place) return { prepared, ...(await place.join(input, signal)) };
  return { prepared, connection: await signalling.join(serverUrl, input, signal), media: null };
}

/** @throws RoomError `token-wrong-room` when the options are for another room than the token */
export function checkRoom({ roomId }: Pick<RoomOptions, 'roomId'>, token: Pick<Token, 'roomId'>): void {
  if (roomId === undefined || roomId === token.roomId) return;
  throw roomError(
    'token-wrong-room',
    `The client token is for room ${token.roomId}, not for ${roomId}. Ask your backend for a token of this room.`,
  );
}

/** @throws RoomError `unreachable` when neither the options nor the token tell where the server is. */
export function serverUrlOf({ serverUrl }: RoomOptions, token: Pick<Token, 'url'>): string {
  const url = serverUrl ?? token.url;
  if (url === null || !URL.canParse(url)) {
    throw roomError(
      'unreachable',
      `The address of the room server is ${url === null ? 'missing' : `not a URL: ${url}`}. Pass serverUrl, or set PARLOUR_PUBLIC_URL on the server.`,
    );
  }
  return url;
}
