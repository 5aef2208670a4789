import type { SentLayers } from '../media/index.ts';
import type { DisconnectReason, Notification, StreamInfo } from '../protocol/index.ts';
import type { Conversation } from './managers/conversation/Conversation.ts';
import type { OwnRights } from './managers/OwnRights.ts';
import type { QualityManager } from './managers/quality/QualityManager.ts';
import type { RemoteParticipants } from './managers/RemoteParticipants.ts';
import type { Roster } from './managers/Roster.ts';
import type { Speakers } from './managers/Speakers.ts';
import type { Subscriptions } from './managers/subscriptions/Subscriptions.ts';
import type { RoomState } from './RoomState.ts';
import { waitingFrom } from './waitingFrom.ts';

interface Managers {
  /** Our own participant id. */
  readonly selfId: string;
  readonly state: Pick<RoomState, 'get' | 'setRecording' | 'setWaiting'>;
  readonly roster: Roster;
  readonly participants: RemoteParticipants;
  readonly subscriptions: Subscriptions;
  readonly sentLayers: SentLayers;
  readonly rights: OwnRights;
  readonly speakers: Speakers;
  readonly quality: QualityManager;
  readonly conversation: Conversation;
  /** The server ends the connection. */
  readonly disconnecting: (reason: DisconnectReason, code: string | undefined) => void;
}

/** Hands what the server tells in a session to the managers that it concerns, in the order in which they need it. */
export class ServerNews {
  readonly #to: Managers;

  constructor(managers: Managers) {
    this.#to = managers;
  }

  handle({ method, data }: Notification): void {
    const { roster, participants, subscriptions, rights, speakers, quality, conversation } = this.#to;
    switch (method) {
      case 'participantsListed':
        roster.handleListed(data.participants, data.remaining);
        return;
      case 'participantJoined':
        roster.handleJoined(data.participant);
        for (const stream of data.participant.streams) subscriptions.handleStream(data.participant.id, stream);
        return;
      case 'participantUpdated':
        participants.handleUpdated(data.participant);
        conversation.handleParticipantUpdated(data.participant);
        rights.handleChange();
        return;
      case 'participantsCensored':
        for (const { participantId, censored } of data.participants) {
          participants.handleCensored(participantId, censored);
          subscriptions.handleCensored(participantId, censored);
        }
        rights.handleChange();
        return;
      case 'participantLeft':
        this.left(data.participantId, data.reason === 'kicked' ? 'kicked' : null);
        return;
      case 'streamPublished':
        roster.handlePublished(data.participantId, data.stream);
        subscriptions.handleStream(data.participantId, data.stream);
        return;
      case 'streamUpdated':
        this.#updated(data.participantId, data.stream);
        return;
      case 'streamUnpublished':
        this.unpublished(data.participantId, data.key);
        return;
      case 'consumersAdded':
        void subscriptions.handleConsumers(data);
        return;
      case 'consumersClosed':
        subscriptions.handleConsumersClosed(data.consumerIds);
        return;
      case 'consumerLayersChanged':
        subscriptions.handleLayers(data);
        return;
      case 'producersWanted':
        this.#to.sentLayers.handleWanted(data.producers);
        return;
      case 'activeSpeakerChanged':
        speakers.handleActiveSpeaker(data.participantId, data.key);
        return;
      case 'audioLevels':
        speakers.handleLevels(data.levels);
        return;
      case 'messageReceived':
        conversation.messages.handleReceived(data);
        return;
      case 'messagesListed':
        conversation.messages.handleListed(data.messages);
        return;
      case 'reactionReceived':
        conversation.handleReaction(data);
        return;
      case 'recordingChanged':
        this.#to.state.setRecording(data.active);
        return;
      case 'waitingChanged':
        this.#to.state.setWaiting(data.waiting.map(waitingFrom));
        return;
      case 'qualityChanged':
        quality.handleChanged(data);
        return;
      case 'disconnecting':
        this.#to.disconnecting(data.reason, data.code);
        return;
      default:
        method satisfies never;
    }
  }

  /** A stream of somebody else has ended. */
  unpublished(participantId: string, key: string): void {
    const { roster, participants, subscriptions } = this.#to;
    roster.forget(participantId, key);
    subscriptions.handleStreamEnding(participantId, key);
    participants.handleUnpublished(participantId, key);
  }

  /** Somebody has gone, with all streams. */
  left(participantId: string, reason: 'kicked' | null): void {
    const { roster, participants, subscriptions, speakers, quality } = this.#to;
    const state = this.#to.state.get();
    const participant = state.participants.get(participantId);
    if (!participant) return;
    roster.forget(participantId);
    participants.handleLeaving(participantId, reason);
    // A stream that was wanted and never came ends as well.
    const wanted = state.subscriptions.get(participantId)?.keys() ?? [];
    for (const key of new Set([...Object.keys(participant.streams), ...wanted])) {
      subscriptions.handleStreamEnding(participantId, key);
    }
    speakers.handleLeft(participantId);
    quality.handleLeft(participantId);
    participants.handleLeft(participantId);
  }

  #updated(participantId: string, stream: StreamInfo): void {
    // Our own streams are known here before the server tells of them.
    if (participantId === this.#to.selfId) return;
    this.#to.participants.handleStreamUpdated(participantId, stream);
    this.#to.subscriptions.handleStream(participantId, stream);
  }
}
