'use client';
import { useMemo, useSyncExternalStore } from 'react';
import type { State, Stream } from '../engine/State.ts';
import { streamId, subscriptionTopic } from '../engine/Topic.ts';
import type { RoomStore } from '../store/index.ts';
import { latestReactionsOf } from './LatestReactions.ts';
import { useRoomStore } from './RoomContext.ts';
import { Speech } from './Speech.ts';
import { readSigns, SIGNS } from './tileSigns.ts';

/** What of a tile's participant and stream its look depends on. */
export interface TileState {
  readonly name: string | undefined;
  readonly local: boolean;
  /** Whether the person is heard: it changes all the time, and renders nothing. */
  readonly speech: Speech;
  readonly audio: boolean;
  readonly video: boolean;
  /** Which of the parts that are rarely there have to be mounted: bits of {@link SIGNS}. */
  readonly signs: number;
}

const isShown = (stream: Stream | undefined, kind: 'Audio' | 'Video') =>
  stream?.[`is${kind}Enabled`] === true && !stream[`is${kind}Censored`];

function sourceOf(store: RoomStore, participantId: string, key: string) {
  const id = streamId(participantId, key);
  const reactions = latestReactionsOf(store.commands.reactions);
  const speech = new Speech(
    () => key === 'self' && store.getState().participants.get(participantId)?.isSpeaking === true,
  );
  let last: TileState | null = null;
  const read = (state: State): TileState => {
    const participant = state.participants.get(participantId);
    const stream = state.streams.get(id);
    const reaction = key === 'self' && reactions.get(participantId) !== null;
    const next: TileState = {
      name: participant?.name,
      local: participant?.origin === 'local',
      speech,
      audio: isShown(stream, 'Audio'),
      video: isShown(stream, 'Video'),
      // What has shown a picture once keeps its element, so that nothing flickers when the picture comes back.
      signs:
        readSigns(state, participantId, key) |
        (reaction ? SIGNS.reaction : 0) |
        (stream?.isVideoEnabled ? SIGNS.picture : 0) |
        ((last?.signs ?? 0) & SIGNS.picture) |
        (speech.isRendered && speech.speaking ? SIGNS.speaking : 0),
    };
    if (!last || !same(last, next)) last = next;
    return last;
  };
  return {
    subscribe(listener: () => void) {
      const undo = [
        store.subscribeTo(`participant:${participantId}`, () => {
          speech.handleChange();
          listener();
        }),
        store.subscribeTo(`stream:${id}`, listener),
        store.subscribeTo(subscriptionTopic(participantId, key), listener),
        store.subscribeTo(`quality:${participantId}`, listener),
        reactions.subscribe(participantId, listener),
      ];
      return () => {
        for (const each of undo) each();
      };
    },
    get: () => read(store.getState()),
    getInitial: () => read(store.getInitialState()),
  };
}

const same = (a: TileState, b: TileState) =>
  a.name === b.name && a.local === b.local && a.audio === b.audio && a.video === b.video && a.signs === b.signs;

/** All that a tile at rest has to know of the room. One subscription, as there may be a thousand tiles. */
export function useTileState(participantId: string, key: string): TileState {
  const store = useRoomStore();
  const source = useMemo(() => sourceOf(store, participantId, key), [store, participantId, key]);
  return useSyncExternalStore(source.subscribe, source.get, source.getInitial);
}
