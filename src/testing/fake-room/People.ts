import { ALL_GRANTS } from '../clientToken.ts';
import type { PlayedStream } from '../room-server/RoomOnServer.ts';
import { Person, type PersonOptions, type Stage, trackName } from './Person.ts';

/** The others in the room, as a test plays them. */
export class People {
  readonly #stage: Stage;
  readonly #people = new Map<string, Person>();
  #added = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Somebody comes in; resolves when our room shows it. */
  async add(options: PersonOptions = {}): Promise<Person> {
    const person = this.enter(options);
    await this.#stage.settle();
    return person;
  }

  /** Somebody comes who has to be let in; resolves when our room shows it. Who is let in comes in. */
  async knock(options: PersonOptions = {}): Promise<void> {
    const { name, metadata, context } = options;
    this.#added += 1;
    const id = options.id ?? this.#idFor(name);
    this.#stage.room.waitingRoom.add(
      {
        id,
        since: this.#stage.now(),
        ...(name !== undefined && { name }),
        ...(metadata !== undefined && { metadata: { ...metadata } }),
        ...(context !== undefined && { context }),
      },
      (admitted) => void (admitted && this.enter({ ...options, id })),
    );
    await this.#stage.settle();
  }

  /** Those who are in the room, as they came. */
  get all(): readonly Person[] {
    return [...this.#people.values()].filter(({ id }) => this.#stage.room.participants.has(id));
  }

  /** Somebody by id. @throws Error when there is nobody of that id */
  get(id: string): Person {
    const person = this.#people.get(id);
    if (!person) {
      const known = [...this.#people.keys()].join(', ') || 'nobody';
      throw new Error(`The fake room has nobody called "${id}"; it knows ${known}. Add them with people.add().`);
    }
    return person;
  }

  /** Nobody speaks any more. */
  async silence(): Promise<void> {
    this.#stage.room.speak(null);
    await this.#stage.settle();
  }

  /** Somebody has the room recorded from now on, or not any more. */
  async record(active = true): Promise<void> {
    this.#stage.room.setRecording(active);
    await this.#stage.settle();
  }

  /** Comes in without waiting for our room, which need not be connected yet. */
  enter(options: PersonOptions): Person {
    const { room, tracks } = this.#stage;
    const {
      name,
      microphone = true,
      camera = true,
      screen = false,
      context,
      metadata,
      grants,
      canReceiveMessages = true,
    } = options;
    this.#added += 1;
    const id = options.id ?? this.#idFor(name);
    const streams: PlayedStream[] = [];
    if (microphone !== null || camera !== null) {
      streams.push({
        audio: microphone === null ? null : { enabled: microphone },
        video: camera === null ? null : { enabled: camera !== false },
      });
    }
    if (screen) streams.push({ key: 'presentation', audio: null });
    if (typeof camera === 'object' && camera) tracks.set(trackName(id, 'self', 'video'), camera);
    if (typeof screen === 'object') tracks.set(trackName(id, 'presentation', 'video'), screen);
    room.enter({
      id,
      canReceiveMessages,
      streams,
      ...(name !== undefined && { name }),
      ...(context !== undefined && { context }),
      ...(grants !== undefined && { grants: { ...ALL_GRANTS, ...grants } }),
      ...(metadata !== undefined && { metadata: { ...metadata } }),
    });
    const person = new Person(id, this.#stage);
    this.#people.set(id, person);
    return person;
  }

  #idFor(name: string | undefined): string {
    const plain = name
      ?.toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    if (!plain) return `person-${this.#added}`;
    return this.#stage.room.participants.has(plain) ? `${plain}-${this.#added}` : plain;
  }
}
