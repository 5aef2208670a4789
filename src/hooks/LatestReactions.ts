import type { Reaction } from '../engine/Chat.ts';
import type { ReactionCommands } from '../engine/ConversationCommands.ts';

/** Milliseconds for which a reaction is shown. */
const SHOWN = 5_000;

/**
 * Each participant's last reaction, while it is to be seen. One reader of the room serves all tiles, and a reaction tells
 * the tile of that participant alone.
 */
export class LatestReactions {
  readonly #commands: Pick<ReactionCommands, 'subscribe'>;
  readonly #listeners = new Map<string, Set<() => void>>();
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
    const listeners = this.#listeners.get(participantId) ?? new Set();
    this.#listeners.set(participantId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(participantId) !== listeners) return;
      this.#listeners.delete(participantId);
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
      this.#tell(participantId);
    }, SHOWN);
    this.#latest.set(participantId, { reaction, timer });
    this.#tell(participantId);
  }

  #tell(participantId: string): void {
    for (const listener of this.#listeners.get(participantId) ?? []) listener();
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
