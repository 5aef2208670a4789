import type { Room, State } from '../../src/engine/index.ts';
import { EVENT_NAMES } from '../support/engine/recordEvents.ts';

interface ToldStream {
  audio: boolean;
  video: boolean;
  audioCensored: boolean;
  videoCensored: boolean;
}

/** Events that may stand between a participant's leaving and its having left. */
const OF_LEAVING = ['subscription_ended', 'stream_unpublished', 'audio_activity', 'speaker_changed'];
const STAGES = ['participant_leaving', 'subscription_ended', 'stream_unpublished', 'participant_left'];

/**
 * Listens to a room as an application does that keeps its own books by events alone, and notes whatever
 * does not fit: an event that comes too early, twice, out of order, or not at all.
 */
export class EventOrder {
  readonly broken: string[] = [];
  /** Streams of others and of ourselves by id, as the events tell. */
  readonly streams = new Map<string, ToldStream>();
  readonly participants = new Set<string>();
  #attempt: 'none' | 'connecting' | 'connected' = 'none';
  #leaving: { id: string; stage: number } | null = null;
  readonly #subscribed = new Set<string>();

  constructor(room: Room) {
    for (const name of EVENT_NAMES) {
      room.on(name, (...args: unknown[]) => {
        const state = args.at(-1) as State;
        if (name !== 'network_metrics_report' && state !== room.getState())
          this.#note(`${name} came with a state that is not the room's`);
        if (name === 'state_changed') this.#stateChanged(state);
        else this.#event(name, args, state);
      });
    }
  }

  #note(problem: string): void {
    this.broken.push(problem);
  }

  #stateChanged({ status }: State): void {
    if (status !== 'connecting' || this.#attempt === 'connecting') return;
    if (this.#attempt === 'connected') this.#note('a connection began before the one before it had ended');
    this.#attempt = 'connecting';
  }

  #event(name: string, [first, second, third]: unknown[], state: State): unknown {
    if (name === 'disconnected') return this.#disconnected();
    if (name === 'connected') return this.#connected(state);
    if (this.#attempt !== 'connected') return this.#note(`${name} came while the room was not connected`);
    this.#checkLeaving(name, String(first));
    const stream = `${first}/${second}`;
    switch (name) {
      case 'participant_joined':
        if (this.participants.has(String(first))) this.#note(`${first} joined twice`);
        this.participants.add(String(first));
        return;
      case 'participant_leaving':
        if (!this.participants.has(String(first))) this.#note(`${first} leaves and was not there`);
        if (first !== state.localParticipantId) this.#leaving = { id: String(first), stage: 0 };
        return;
      case 'participant_left':
        this.participants.delete(String(first));
        for (const id of this.streams.keys())
          if (id.startsWith(`${first}/`)) this.#note(`${first} left and its stream ${id} was not unpublished`);
        return;
      case 'stream_published':
        if (!this.participants.has(String(first))) this.#note(`${stream} was published by nobody`);
        if (this.streams.has(stream)) this.#note(`${stream} was published twice`);
        this.streams.set(stream, told(state, stream));
        return;
      case 'stream_unpublished':
        if (!this.streams.delete(stream)) this.#note(`${stream} was unpublished and was not there`);
        if (this.#subscribed.has(stream)) this.#note(`${stream} was unpublished before its subscription ended`);
        return;
      case 'track_enabled':
      case 'track_disabled':
        return this.#turn(stream, third as 'audio' | 'video', name === 'track_enabled');
      case 'track_censored':
      case 'track_uncensored':
        return this.#turn(stream, `${third as 'audio' | 'video'}Censored`, name === 'track_censored');
      case 'subscription_started':
        if (this.#subscribed.has(stream)) this.#note(`the subscription to ${stream} started twice`);
        this.#subscribed.add(stream);
        return;
      case 'subscription_ended':
        if (!this.#subscribed.delete(stream)) this.#note(`the subscription to ${stream} ended and had not started`);
        return;
      default:
        return;
    }
  }

  #disconnected(): void {
    if (this.#attempt === 'none') this.#note('disconnected came without a connection');
    this.#attempt = 'none';
    this.#leaving = null;
    this.participants.clear();
    this.streams.clear();
    this.#subscribed.clear();
  }

  #connected(state: State): void {
    if (this.#attempt !== 'connecting') this.#note(`connected came while ${this.#attempt}`);
    this.#attempt = 'connected';
    for (const id of state.participants.keys()) this.participants.add(id);
    for (const id of state.streams.keys()) if (!id.startsWith('me/')) this.streams.set(id, told(state, id));
    for (const ofParticipant of state.subscriptions.values())
      for (const { id, status } of ofParticipant.values()) if (status === 'started') this.#subscribed.add(id);
  }

  /** leaving → subscriptions → streams → left, with nothing of anybody else in between. */
  #checkLeaving(name: string, id: string): void {
    if (!this.#leaving) {
      if (name === 'participant_left') this.#note(`${id} left without leaving`);
      return;
    }
    const stage = STAGES.indexOf(name);
    if (name !== 'participant_left' && !OF_LEAVING.includes(name))
      this.#note(`${name} came while ${this.#leaving.id} left`);
    if (stage >= 0 && (id !== this.#leaving.id || stage < this.#leaving.stage))
      this.#note(`${name} of ${id} came out of order while ${this.#leaving.id} left`);
    this.#leaving =
      name === 'participant_left' ? null : { ...this.#leaving, stage: Math.max(stage, this.#leaving.stage) };
  }

  #turn(id: string, what: keyof ToldStream, on: boolean): unknown {
    if (id.startsWith('me/')) return;
    const stream = this.streams.get(id);
    if (!stream) return this.#note(`${what} of ${id} was told, which is not there`);
    if (stream[what] === on) this.#note(`${what} of ${id} was told to be ${on} twice`);
    stream[what] = on;
  }
}

/** A stream as the state has it. */
export function told(state: State, id: string): ToldStream {
  const stream = state.streams.get(id);
  return {
    audio: stream?.isAudioEnabled ?? false,
    video: stream?.isVideoEnabled ?? false,
    audioCensored: stream?.isAudioCensored ?? false,
    videoCensored: stream?.isVideoCensored ?? false,
  };
}
