import type { Reaction } from '../engine/Chat.ts';
import type { ReactionCommands } from '../engine/ConversationCommands.ts';
import { KeyedListeners } from '../store/index.ts';

/** Milliseconds for which a reaction is shown. */
const SHOWN = 5_000;

/**
 * Each participant's last reaction, while it is to be seen. One reader of the room serves all tiles, and a reaction tells
 * the tile of that participant alone.
 */
export class LatestReactions {
  readonly #commands: Pick<ReactionCommands, 'subscribe'>;
  readonly #listeners = new KeyedListeners();
  readonly #latest = new Map<string, { readonly reaction: string; readonly timer: ReturnType<typeof setTimeout> }>();
  #undo: (() => void) | null = null;

  constructor(commands: Pick<ReactionCommands, 'subscribe'>) {
    this.#commands = commands;
  }

  get(participantId: string): string | null {
    return this.#latest.get(participantId)?.reaction ?? null;
  }

  subscribe(participantId: string, listener: () => void): () => void {
    this.#undo ??= this.#commands.subscribe((reaction) => this.#show(reaction));
    const undo = this.#listeners.add(participantId, listener);
    return () => {
      undo();
      if (this.#listeners.size > 0) return;
      this.#undo?.();
      this.#undo = null;
      for (const { timer } of this.#latest.values()) clearTimeout(timer);
      this.#latest.clear();
    };
  }

  #show({ participantId, reaction }: Reaction): void {
    clearTimeout(this.#latest.get(participantId)?.timer);
    const timer = setTimeout(() => {
      this.#latest.delete(participantId);
      this.#listeners.notify(participantId);
    }, SHOWN);
    this.#latest.set(participantId, { reaction, timer });
    this.#listeners.notify(participantId);
  }
}

const ofRooms = new WeakMap<object, LatestReactions>();

/** Always the same one for the same room, so that it may be asked for in render. */
export function latestReactionsOf(commands: Pick<ReactionCommands, 'subscribe'>): LatestReactions {
  let latest = ofRooms.get(commands);
  if (!latest) {
    latest = new LatestReactions(commands);
    ofRooms.set(commands, latest);
  }
  return latest;
}
