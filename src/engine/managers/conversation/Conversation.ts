import type { RoomError } from '../../../errors/index.ts';
import type { NotificationData, ParticipantInfo } from '../../../protocol/index.ts';
import type { SignallingConnection } from '../../../signalling/index.ts';
import type { Environment } from '../../Environment.ts';
import type { RoomState } from '../../RoomState.ts';
import { Messages } from './Messages.ts';
import { Reactions } from './Reactions.ts';
import { RequestsWhileConnected } from './RequestsWhileConnected.ts';
import { Self } from './Self.ts';

/** What people do besides being seen and heard: messages, reactions, raised hands, what they say of themselves. */
export class Conversation {
  readonly messages: Messages;
  readonly reactions: Reactions;
  readonly self: Self;
  readonly #requests = new RequestsWhileConnected();

  constructor(state: RoomState, environment: Pick<Environment, 'setTimer'>, context: string | undefined) {
    this.messages = new Messages(state, environment);
    this.reactions = new Reactions(state, this.#requests);
    this.self = new Self(this.#requests, context);
  }

  /** @param rejoined - This connection takes the place of one that was lost. */
  handleConnected(
    signalling: Pick<SignallingConnection, 'request' | 'answer'>,
    { rejoined }: { readonly rejoined: boolean },
  ): void {
    this.#requests.handleConnected(signalling);
    this.messages.handleConnected(signalling, rejoined);
    this.reactions.handleResumed();
    this.self.handleConnected(signalling.answer.self);
  }

  handleInterrupted(): void {
    this.messages.handleInterrupted();
    this.reactions.handleInterrupted();
  }

  handleResumed(): void {
    this.messages.handleResumed();
    this.reactions.handleResumed();
  }

  handleLost(): void {
    this.#requests.handleDisconnected();
    this.messages.handleLost();
  }

  handleDisconnected(error: RoomError): void {
    this.#requests.handleDisconnected();
    this.messages.handleDisconnected(error);
    this.self.handleDisconnected();
  }

  handleParticipantUpdated(participant: ParticipantInfo): void {
    this.self.handleUpdated(participant);
  }

  handleReaction(reaction: NotificationData<'reactionReceived'>): void {
    this.reactions.handleReaction(reaction);
  }
}
