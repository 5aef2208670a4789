import type { Room, RoomEvents } from '../../../src/engine/index.ts';

const NAMES: Record<keyof RoomEvents, true> = {
  state_changed: true,
  connected: true,
  disconnected: true,
  reconnecting: true,
  reconnected: true,
  participant_joined: true,
  participant_updated: true,
  participant_leaving: true,
  participant_left: true,
  stream_published: true,
  stream_unpublished: true,
  track_enabled: true,
  track_disabled: true,
  track_censored: true,
  track_uncensored: true,
  audio_activity: true,
  speaker_changed: true,
  subscription_started: true,
  subscription_reconfigured: true,
  subscription_changed: true,
  subscription_ended: true,
  message_received: true,
  reaction_received: true,
  network_metrics_report: true,
  token_refreshed: true,
  token_refresh_failed: true,
  recording_changed: true,
  waiting_changed: true,
  device_changed: true,
};

/** All that a room can tell. */
export const EVENT_NAMES = Object.keys(NAMES) as readonly (keyof RoomEvents)[];

/**
 * Everything that a room tells from now on, in its order: the name and the arguments, without the state.
 * `state_changed` is left out unless asked for.
 */
export function recordEvents(room: Room, { stateChanged = false } = {}): unknown[][] {
  const recorded: unknown[][] = [];
  for (const name of EVENT_NAMES) {
    if (name === 'state_changed' && !stateChanged) continue;
    room.on(name, (...args: unknown[]) => recorded.push([name, ...args.slice(0, -1)]));
  }
  return recorded;
}
