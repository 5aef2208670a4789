import { asRoomError, roomError } from '../../../errors/index.ts';
import { MAX_CONTEXT_LENGTH, type ParticipantInfo } from '../../../protocol/index.ts';
import type { HandCommands, SelfCommands } from '../../ConversationCommands.ts';
import type { RequestsWhileConnected } from './RequestsWhileConnected.ts';

/** What we say of ourselves: our context, and our hand. A connection that takes the place of another finds both again. */
export class Self implements SelfCommands, HandCommands {
  readonly #requests: RequestsWhileConnected;
  #context: string | undefined;
  #participantId = '';
  #handRaised = false;

  constructor(requests: RequestsWhileConnected, context: string | undefined) {
    this.#requests = requests;
    this.#context = context;
  }

  /** What the next join says of us. */
  get context(): string | undefined {
    return this.#context;
  }

  async update({ context }: { readonly context?: string | null }): Promise<void> {
    if (context === undefined) return;
    requireShort(context);
    const before = this.#context;
    this.#context = context ?? undefined;
    if (!this.#requests.connected) return;
    try {
      await this.#requests.request('updateSelf', { context });
    } catch (error) {
      // Lost with the connection: the next one begins with it.
      if (asRoomError(error).code === 'aborted') return;
      this.#context = before;
      throw error;
    }
  }

  async raise(): Promise<void> {
    await this.#requests.request('updateSelf', { handRaised: true });
  }

  async lower(participantIds: readonly string[] = [this.#participantId]): Promise<void> {
    await this.#requests.request('lowerHands', { participantIds: [...participantIds] });
  }

  /** @param self - Ourselves by the word of the join. */
  handleConnected(self: Pick<ParticipantInfo, 'id' | 'handRaisedAt' | 'context'>): void {
    const wasRaised = this.#handRaised && this.#participantId === self.id;
    this.#participantId = self.id;
    this.handleUpdated(self);
    // The server forgot it with the connection before. Refused, it is down, as everybody sees.
    if (wasRaised && !this.#handRaised) this.raise().catch(() => {});
    // Changed while the join was on its way.
    if (self.context !== this.#context) this.update({ context: this.#context ?? null }).catch(() => {});
  }

  handleUpdated({ id, handRaisedAt }: Pick<ParticipantInfo, 'id' | 'handRaisedAt'>): void {
    if (id === this.#participantId) this.#handRaised = handRaisedAt !== undefined;
  }

  handleDisconnected(): void {
    this.#handRaised = false;
  }
}

/** @throws RoomError `bad-request` */
export function requireShort(context: string | null): void {
  if (context === null || context.length <= MAX_CONTEXT_LENGTH) return;
  throw roomError(
    'bad-request',
    `The context has ${context.length} characters; at most ${MAX_CONTEXT_LENGTH} are allowed.`,
  );
}
