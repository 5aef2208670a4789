import type { Reaction } from '../engine/Chat.ts';
import type { ReactionCommands } from '../engine/ConversationCommands.ts';

/** A reaction that is to be seen at the moment. */
export interface ShownReaction extends Reaction {
  /** Unique on the page: the same person may react the same way twice. */
  readonly id: number;
}

interface Bounds {
  /** Milliseconds for which each is shown. */
  readonly duration: number;
  /** Most that are shown at once; of more the oldest go. */
  readonly limit: number;
}

let shown = 0;

/** The reactions of the last seconds, for as long as somebody looks. */
export class RecentReactions {
  readonly #commands: Pick<ReactionCommands, 'subscribe'>;
  readonly #bounds: Bounds;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #reactions: readonly ShownReaction[] = [];
  #undo: (() => void) | null = null;

  constructor(commands: Pick<ReactionCommands, 'subscribe'>, bounds: Bounds) {
    this.#commands = commands;
    this.#bounds = bounds;
  }

  readonly get = (): readonly ShownReaction[] => this.#reactions;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#undo ??= this.#commands.subscribe((reaction) => this.#show(reaction));
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#undo?.();
      this.#undo = null;
      for (const { id } of this.#reactions) this.#forget(id);
      this.#reactions = [];
    };
  };

  #show(reaction: Reaction): void {
    shown += 1;
    const id = shown;
    const over = Math.max(0, this.#reactions.length + 1 - this.#bounds.limit);
    for (const old of this.#reactions.slice(0, over)) this.#forget(old.id);
    this.#timers.set(
      id,
      setTimeout(() => {
        this.#forget(id);
        this.#set(this.#reactions.filter((one) => one.id !== id));
      }, this.#bounds.duration),
    );
    this.#set([...this.#reactions.slice(over), { ...reaction, id }]);
  }

  #forget(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  #set(reactions: readonly ShownReaction[]): void {
    this.#reactions = reactions;
    for (const listener of this.#listeners) listener();
  }
}
