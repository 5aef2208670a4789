import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Participant, State, Stream } from '../../../src/engine/index.ts';
import { initialState } from '../../../src/engine/initialState.ts';
import { PersistentMap } from '../../../src/engine/PersistentMap.ts';
import {
  createParticipantIdsSelector,
  createRemoteStreamsSelector,
  createTilesSelector,
  selectStream,
} from '../../../src/store/index.ts';
import { ALL_GRANTS } from '../../../src/testing/clientToken.ts';

interface Person {
  readonly id: string;
  readonly joinedAt: number;
  readonly keys?: readonly string[];
  readonly local?: boolean;
  readonly isSpeaking?: boolean;
}

function stateOf(people: readonly Person[]): State {
  const participants = new Map<string, Participant>();
  const streams = new Map<string, Stream>();
  for (const { id, joinedAt, keys = ['self'], local = false, isSpeaking = false } of people) {
    const origin = local ? 'local' : 'remote';
    participants.set(id, {
      id,
      streams: Object.fromEntries(keys.map((key) => [key, `${id}/${key}`])),
      canReceiveMessages: false,
      origin,
      isSpeaking,
      connection: 'connected',
      joinedAt: new Date(joinedAt),
      grants: ALL_GRANTS,
    });
    for (const key of keys) {
      streams.set(`${id}/${key}`, {
        id: `${id}/${key}`,
        key,
        participantId: id,
        origin,
        isAudioEnabled: true,
        isVideoEnabled: true,
        isAudioCensored: false,
        isVideoCensored: false,
        isConfigured: false,
      });
    }
  }
  return { ...initialState, participants, streams };
}

const people: Person[] = [
  { id: 'c', joinedAt: 3, keys: ['self', 'presentation'] },
  { id: 'b', joinedAt: 2, keys: [] },
  { id: 'me', joinedAt: 9, local: true },
  { id: 'a', joinedAt: 2 },
];

describe('createParticipantIdsSelector', () => {
  it('gives ourselves first, then the others as they joined', () => {
    expect(createParticipantIdsSelector()(stateOf(people))).toEqual(['me', 'a', 'b', 'c']);
  });

  it('keeps its list while nobody comes or goes', () => {
    const select = createParticipantIdsSelector();
    const before = select(stateOf(people));
    expect(select(stateOf(people.map((person) => ({ ...person, isSpeaking: true }))))).toBe(before);
    const after = select(stateOf(people.slice(1)));
    expect(after).toEqual(['me', 'a', 'b']);
    expect(select(stateOf(people.slice(1)))).toBe(after);
  });

  it('of one reader knows nothing of another’s', () => {
    const [first, second] = [createParticipantIdsSelector(), createParticipantIdsSelector()];
    const before = first(stateOf(people));
    second(stateOf([]));
    expect(first(stateOf(people))).toBe(before);
  });
});

describe('createTilesSelector', () => {
  it('gives screens first, then a tile for everybody, also for who publishes nothing', () => {
    const tiles = createTilesSelector()(stateOf(people));
    expect(tiles.map(({ id }) => id)).toEqual(['c/presentation', 'me/self', 'a/self', 'b/self', 'c/self']);
    expect(tiles[0]).toEqual({ id: 'c/presentation', participantId: 'c', key: 'presentation' });
  });

  it('keeps its list while the tiles stay the same', () => {
    const select = createTilesSelector();
    const before = select(stateOf(people));
    expect(select(stateOf(people.map((person) => ({ ...person, isSpeaking: true }))))).toBe(before);
    expect(select(stateOf(people.map((person) => ({ ...person, keys: ['self'] }))))).not.toBe(before);
  });
});

describe('createTilesSelector, in a room where people come and go', () => {
  it('gives what it would give when it was asked for the first time', () => {
    const changes = fc.array(fc.record({ id: fc.integer({ min: 0, max: 120 }), screen: fc.boolean() }), {
      minLength: 50,
      maxLength: 200,
    });
    fc.assert(
      fc.property(changes, (list) => {
        const select = createTilesSelector();
        let participants = PersistentMap.from<string, Participant>();
        for (const [joinedAt, { id, screen }] of list.entries()) {
          const keys = screen ? ['self', 'presentation'] : ['self'];
          const person = [...stateOf([{ id: `p${id}`, joinedAt, keys }]).participants.values()][0] as Participant;
          participants = participants.has(person.id)
            ? participants.without(person.id)
            : participants.with(person.id, person);
          const state = { ...initialState, participants };
          expect(select(state)).toEqual(createTilesSelector()({ ...state, participants: new Map(participants) }));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('createRemoteStreamsSelector', () => {
  it('gives the streams of others, and keeps its list while there are no others', () => {
    const select = createRemoteStreamsSelector();
    const before = select(stateOf(people));
    expect(before.map(({ id }) => id)).toEqual(['c/self', 'c/presentation', 'a/self']);
    expect(select(stateOf(people))).toBe(before);
  });
});

it('selectStream finds a stream by its participant and key', () => {
  expect(selectStream(stateOf(people), 'c', 'presentation')?.id).toBe('c/presentation');
  expect(selectStream(stateOf(people), 'b', 'self')).toBeUndefined();
});
