import type { RoomState } from '../../RoomState.ts';
import type { State } from '../../State.ts';
import type { History, HistoryDetail } from './History.ts';

/** Writes down how the connection and our devices change, and our own quality. */
export function recordState(state: Pick<RoomState, 'subscribe'>, history: Pick<History, 'add'>): void {
  state.subscribe((after, topics) => {
    if (topics.has('connection')) history.add('connection', connectionOf(after));
    if (topics.has('devices')) {
      const { microphone, camera, screen } = after.devices;
      history.add('devices', {
        microphone: deviceOf(microphone),
        camera: deviceOf(camera),
        screen: deviceOf(screen),
      });
    }
    const { localParticipantId } = after;
    if (topics.has(`quality:${localParticipantId}`)) {
      history.add('quality', { level: after.connectionQualities.get(localParticipantId) ?? 5 });
    }
  });
}

function connectionOf({ connection }: State): HistoryDetail {
  switch (connection.status) {
    case 'reconnecting':
      return { status: connection.status, attempt: connection.attempt, cause: connection.cause };
    case 'disconnected':
      return { status: connection.status, reason: connection.reason, error: connection.error?.code ?? null };
    default:
      return { status: connection.status };
  }
}

function deviceOf(
  device: State['devices']['microphone'] | State['devices']['camera'] | State['devices']['screen'],
): string {
  return device.status === 'failed' ? `failed: ${device.error.code}` : device.status;
}
