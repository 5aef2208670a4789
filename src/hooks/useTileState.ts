'use client';
import type { State } from '../engine/State.ts';
import { streamId } from '../engine/Topic.ts';
import { selectStream } from '../store/index.ts';
import { useRoomState } from './useRoomState.ts';

/** What of a tile's participant and stream its look depends on. */
interface TileState {
  readonly local: boolean;
  readonly speaking: boolean;
  readonly audio: boolean;
  readonly video: boolean;
}

const LOCAL = 1;
const SPEAKING = 2;
const AUDIO = 4;
const VIDEO = 8;

function flagsOf(state: State, participantId: string, key: string): number {
  const participant = state.participants.get(participantId);
  const stream = selectStream(state, participantId, key);
  return (
    (participant?.origin === 'local' ? LOCAL : 0) |
    (participant?.isSpeaking && key === 'self' ? SPEAKING : 0) |
    (stream?.isAudioEnabled && !stream.isAudioCensored ? AUDIO : 0) |
    (stream?.isVideoEnabled && !stream.isVideoCensored ? VIDEO : 0)
  );
}

/** One subscription for all of it, as there are many tiles. */
export function useTileState(participantId: string, key: string): TileState {
  const flags = useRoomState(
    `participant:${participantId}`,
    (state) => flagsOf(state, participantId, key),
    `stream:${streamId(participantId, key)}`,
  );
  return {
    local: (flags & LOCAL) > 0,
    speaking: (flags & SPEAKING) > 0,
    audio: (flags & AUDIO) > 0,
    video: (flags & VIDEO) > 0,
  };
}

/** Whether a participant's microphone is on, and heard. */
export function useMicrophoneState(participantId: string, key: string): 'muted' | 'on' | 'speaking' {
  return useRoomState(
    `participant:${participantId}`,
    (state) => {
      const flags = flagsOf(state, participantId, key);
      return (flags & AUDIO) === 0 ? 'muted' : (flags & SPEAKING) > 0 ? 'speaking' : 'on';
    },
    `stream:${streamId(participantId, key)}`,
  );
}
