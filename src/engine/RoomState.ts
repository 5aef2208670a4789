import type { QualityLevel } from '../protocol/index.ts';
import type { Chat } from './Chat.ts';
import type { DeviceState, LocalDevices } from './DeviceState.ts';
import { Emitter } from './Emitter.ts';
import { initialState } from './initialState.ts';
import type { PersistentMap } from './PersistentMap.ts';
import type { RoomEvents } from './RoomEvents.ts';
import { withHandOf } from './raisedHands.ts';
import type { ConnectionState, Participant, State, Stream, Subscription, WaitingParticipant } from './State.ts';
import { sameValue } from './sameValue.ts';
import { subscriptionTopic, type Topic } from './Topic.ts';

/** Events whose last argument is the state, without that argument. */
type WithoutState<Arguments extends unknown[]> = Arguments extends [...infer Rest, State] ? Rest : Arguments;

type Change = Partial<Omit<State, 'status'>>;
type StateMap = 'participants' | 'streams' | 'subscriptions' | 'connectionQualities';
type ValueOf<Name extends StateMap> = State[Name] extends ReadonlyMap<string, infer Value> ? Value : never;

/**
 * The only place that makes a new {@link State}. All writes of one `batch` (a server's message, a
 * command) become one new state: first readers are told which topics changed, then `state_changed`
 * fires, then the events that were emitted meanwhile, in their order.
 */
export class RoomState {
  readonly #events: Emitter<RoomEvents>;
  readonly #changes = new Emitter<{ change: [state: State, topics: ReadonlySet<Topic>] }>();
  #state: State;
  readonly #readMix: () => MediaStreamTrack | undefined;
  #depth = 0;
  #committing = false;
  #change: { -readonly [Key in keyof Change]: Change[Key] } | null = null;
  #topics = new Set<Topic>();
  #emitted: (() => void)[] = [];

  /** @param readMix - Gives `mixedAudioTrack` when somebody reads it. */
  constructor(events: Emitter<RoomEvents>, readMix: () => MediaStreamTrack | undefined = () => undefined) {
    this.#events = events;
    this.#readMix = readMix;
    this.#state = this.#withMix({ ...initialState });
  }

  /** The state as of the last finished batch, or of all writes so far within one. */
  get(): State {
    if (!this.#change) return this.#state;
    const connection = this.#change.connection ?? this.#state.connection;
    return { ...this.#state, ...this.#change, connection, status: connection.status };
  }

  subscribe(listener: (state: State, topics: ReadonlySet<Topic>) => void): () => void {
    return this.#changes.on('change', listener);
  }

  batch<Result>(write: () => Result): Result {
    this.#depth += 1;
    try {
      return write();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#commit();
    }
  }

  /** Fires an event after the batch, with the state that the batch leaves. Nothing but the connection's end is told before `connected`. */
  emit<Name extends keyof RoomEvents>(event: Name, ...args: WithoutState<RoomEvents[Name]>): void {
    const { status } = this.#change?.connection ?? this.#state.connection;
    if (status === 'initialized' || status === 'connecting') return;
    this.batch(() =>
      this.#emitted.push(() => this.#events.emit(event, ...([...args, this.#state] as unknown as RoomEvents[Name]))),
    );
  }

  setConnection(connection: ConnectionState): void {
    if (connection === this.get().connection) return;
    this.#write({ connection }, 'connection');
  }

  setLocalParticipantId(localParticipantId: string): void {
    if (localParticipantId === this.get().localParticipantId) return;
    this.#write({ localParticipantId }, 'local-participant');
  }

  setActiveSpeaker(activeSpeakerId: string | null): void {
    if (activeSpeakerId === this.get().activeSpeakerId) return;
    this.#write({ activeSpeakerId }, 'active-speaker');
  }

  setRecording(isRecording: boolean): void {
    if (isRecording === this.get().isRecording) return;
    this.#write({ isRecording }, 'recording');
    this.emit('recording_changed', isRecording);
  }

  /** Who was told of before stays the same object. */
  setWaiting(waiting: readonly WaitingParticipant[]): void {
    const before = this.get().waiting;
    const known = new Map(before.map((one) => [one.id, one]));
    const after = waiting.map((one) => {
      const same = known.get(one.id);
      return same && sameValue(same, one) ? same : one;
    });
    if (after.length === before.length && after.every((one, index) => one === before[index])) return;
    this.#write({ waiting: after }, 'waiting');
    this.emit('waiting_changed', after);
  }

  setDevice<Name extends Exclude<keyof LocalDevices, 'screens'>>(name: Name, device: LocalDevices[Name]): void {
    this.#write({ devices: { ...this.get().devices, [name]: device } }, 'devices');
  }

  setChat(chat: Chat): void {
    this.#write({ chat }, 'chat');
  }

  /** A shared screen, by the key of its stream. */
  setScreen(key: string, screen: DeviceState): void {
    const { devices } = this.get();
    if (key === 'presentation') this.setDevice('screen', screen);
    else this.#write({ devices: { ...devices, screens: new Map(devices.screens).set(key, screen) } }, 'devices');
  }

  setParticipant(participant: Participant): void {
    this.batch(() => {
      const known = this.#map('participants').get(participant.id);
      if (known && sameValue(known, participant)) return;
      this.#set('participants', participant.id, participant);
      this.#topics.add(`participant:${participant.id}`);
      if (!known) this.#topics.add('participants');
      this.#setHandOf(participant);
    });
  }

  removeParticipant(id: string): void {
    this.batch(() => {
      if (!this.#map('participants').has(id)) return;
      this.#delete('participants', id);
      this.#topics.add(`participant:${id}`).add('participants');
      this.#setHandOf({ id });
    });
  }

  setStream(stream: Stream): void {
    this.batch(() => {
      const known = this.#map('streams').get(stream.id);
      if (known && sameValue(known, stream)) return;
      this.#set('streams', stream.id, stream);
      this.#topics.add(`stream:${stream.id}`);
      if (!known) {
        this.#topics.add('streams');
        this.#setStreamOfParticipant(stream.participantId, stream.key, stream.id);
      }
    });
  }

  removeStream(stream: Pick<Stream, 'id' | 'participantId' | 'key'>): void {
    this.batch(() => {
      if (!this.#map('streams').has(stream.id)) return;
      this.#delete('streams', stream.id);
      this.#topics.add(`stream:${stream.id}`).add('streams');
      this.#setStreamOfParticipant(stream.participantId, stream.key, null);
    });
  }

  setSubscription(subscription: Subscription): void {
    this.batch(() => {
      const { participantId, key } = subscription;
      const ofParticipant = new Map(this.#map('subscriptions').get(participantId));
      if (!ofParticipant.has(key)) this.#topics.add('subscriptions');
      ofParticipant.set(key, subscription);
      this.#set('subscriptions', participantId, ofParticipant);
      this.#topics.add(subscriptionTopic(participantId, key));
    });
  }

  removeSubscription(participantId: string, key: string): void {
    this.batch(() => {
      const ofParticipant = new Map(this.#map('subscriptions').get(participantId));
      if (!ofParticipant.delete(key)) return;
      if (ofParticipant.size > 0) this.#set('subscriptions', participantId, ofParticipant);
      else this.#delete('subscriptions', participantId);
      this.#topics.add(subscriptionTopic(participantId, key)).add('subscriptions');
    });
  }

  /** 5 takes no room: nothing is known to be wrong. */
  setConnectionQuality(participantId: string, quality: QualityLevel): void {
    this.batch(() => {
      if ((this.#map('connectionQualities').get(participantId) ?? 5) === quality) return;
      if (quality === 5) this.#delete('connectionQualities', participantId);
      else this.#set('connectionQualities', participantId, quality);
      this.#topics.add(`quality:${participantId}`);
    });
  }

  /** Forgets everybody and everything of a connection; the devices stay as they are. */
  clear(): void {
    this.batch(() => {
      const { participants, streams, subscriptions, connectionQualities } = this.get();
      for (const ofParticipant of subscriptions.values()) {
        for (const { participantId, key } of ofParticipant.values()) this.removeSubscription(participantId, key);
      }
      for (const stream of streams.values()) this.removeStream(stream);
      for (const id of participants.keys()) this.removeParticipant(id);
      for (const id of connectionQualities.keys()) this.setConnectionQuality(id, 5);
      this.setActiveSpeaker(null);
      if (this.get().isRecording) this.#write({ isRecording: false }, 'recording');
      if (this.get().waiting.length > 0) this.#write({ waiting: [] }, 'waiting');
    });
  }

  #setHandOf(participant: Pick<Participant, 'id' | 'handRaisedAt'>): void {
    const before = this.#change?.raisedHands ?? this.#state.raisedHands;
    const raisedHands = withHandOf(before, participant);
    if (raisedHands !== before) this.#write({ raisedHands }, 'raised-hands');
  }

  #setStreamOfParticipant(participantId: string, key: string, id: string | null): void {
    const participant = this.#map('participants').get(participantId);
    if (!participant) return;
    const { [key]: _, ...others } = participant.streams;
    this.setParticipant({ ...participant, streams: id === null ? others : { ...others, [key]: id } });
    // A tile for each stream: who lists participants with their streams has to look again.
    this.#topics.add('participants');
  }

  #map<Name extends StateMap>(name: Name): State[Name] {
    return (this.#change?.[name] ?? this.#state[name]) as State[Name];
  }

  #set<Name extends StateMap>(name: Name, key: string, value: ValueOf<Name>): void {
    this.#change = { ...this.#change, [name]: this.#persistent(name).with(key, value) };
  }

  #delete(name: StateMap, key: string): void {
    this.#change = { ...this.#change, [name]: this.#persistent(name).without(key) };
  }

  /** All maps of the state are made here. */
  #persistent<Name extends StateMap>(name: Name): PersistentMap<string, ValueOf<Name>> {
    return this.#map(name) as unknown as PersistentMap<string, ValueOf<Name>>;
  }

  #write(change: Change, topic: Topic): void {
    this.batch(() => {
      this.#change = { ...this.#change, ...change };
      this.#topics.add(topic);
    });
  }

  /** Not enumerable: copying a state does not read it. */
  #withMix(state: State): State {
    return Object.defineProperty(state, 'mixedAudioTrack', { get: this.#readMix, configurable: true });
  }

  /** What a listener changes has its turn when everybody has been told of this change, so that nobody hears of the older last. */
  #commit(): void {
    if (this.#committing) return;
    this.#committing = true;
    try {
      while (this.#change || this.#emitted.length > 0) this.#tell();
    } finally {
      this.#committing = false;
    }
  }

  #tell(): void {
    const emitted = this.#emitted;
    this.#emitted = [];
    if (this.#change) {
      const topics = this.#topics;
      this.#state = this.#withMix(this.get());
      this.#change = null;
      this.#topics = new Set();
      this.#changes.emit('change', this.#state, topics);
      this.#events.emit('state_changed', this.#state);
    }
    for (const emit of emitted) emit();
  }
}
