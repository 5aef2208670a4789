import { roomError } from '../../../errors/index.ts';
import type { Reaction } from '../../Chat.ts';
import type { ReactionCommands } from '../../ConversationCommands.ts';
import { Emitter } from '../../Emitter.ts';
import type { RoomState } from '../../RoomState.ts';
import type { RequestsWhileConnected } from './RequestsWhileConnected.ts';

/** Reactions of everybody. They pass: nothing of them enters the state. */
export class Reactions implements ReactionCommands {
  readonly #state: Pick<RoomState, 'emit'>;
  readonly #requests: RequestsWhileConnected;
  #interrupted = false;
  readonly #listeners = new Emitter<{ reaction: [reaction: Reaction] }>();

  constructor(state: Pick<RoomState, 'emit'>, requests: RequestsWhileConnected) {
    this.#state = state;
    this.#requests = requests;
  }

  async send(reaction: string): Promise<void> {
    // Later nobody would know what it was about.
    if (this.#interrupted) throw roomError('not-connected');
    await this.#requests.request('sendReaction', { reaction });
  }

  subscribe(listener: (reaction: Reaction) => void): () => void {
    return this.#listeners.on('reaction', listener);
  }

  handleInterrupted(): void {
    this.#interrupted = true;
  }

  handleResumed(): void {
    this.#interrupted = false;
  }

  handleReaction(reaction: Reaction): void {
    this.#listeners.emit('reaction', reaction);
    this.#state.emit('reaction_received', reaction.participantId, reaction.reaction);
  }
}
