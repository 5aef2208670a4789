/** Every operation of the REST API that the proxy forwards, by its id in the OpenAPI document. There is no other way in. */
const OPERATIONS = {
  listRooms: 'GET rooms',
  createRoom: 'POST rooms',
  readRoom: 'GET rooms/{room_id}',
  updateRoom: 'PATCH rooms/{room_id}',
  deleteRoom: 'DELETE rooms/{room_id}',
  listSessionsOfRoom: 'GET rooms/{room_id}/sessions',
  generateJoinClientToken: 'POST rooms/{room_id}/actions/generate_join_client_token',
  refreshClientToken: 'POST rooms/{room_id}/actions/refresh_client_token',
  revokeClientTokens: 'POST rooms/{room_id}/actions/revoke_client_tokens',
  listRoomSessions: 'GET room_sessions',
  readRoomSession: 'GET room_sessions/{room_session_id}',
  listParticipantsOfRoomSession: 'GET room_sessions/{room_session_id}/participants',
  endRoomSession: 'POST room_sessions/{room_session_id}/actions/end',
  kickFromRoomSession: 'POST room_sessions/{room_session_id}/actions/kick',
  muteInRoomSession: 'POST room_sessions/{room_session_id}/actions/mute',
  unmuteInRoomSession: 'POST room_sessions/{room_session_id}/actions/unmute',
  changeGrantsInRoomSession: 'POST room_sessions/{room_session_id}/actions/change_grants',
  listRoomParticipants: 'GET room_participants',
  readRoomParticipant: 'GET room_participants/{room_participant_id}',
  listRoomRecordings: 'GET room_recordings',
  deleteRoomRecordings: 'DELETE room_recordings',
  readRoomRecording: 'GET room_recordings/{room_recording_id}',
  deleteRoomRecording: 'DELETE room_recordings/{room_recording_id}',
  listRoomCompositions: 'GET room_compositions',
  createRoomComposition: 'POST room_compositions',
  readRoomComposition: 'GET room_compositions/{room_composition_id}',
  deleteRoomComposition: 'DELETE room_compositions/{room_composition_id}',
  listWebhookDeliveries: 'GET webhook_deliveries',
  readWebhookDelivery: 'GET webhook_deliveries/{webhook_delivery_id}',
  redeliverWebhookDelivery: 'POST webhook_deliveries/{webhook_delivery_id}/actions/redeliver',
  readWebhookSecret: 'GET webhook_secret',
  readPublicKey: 'GET public_key',
} as const;

/** The id of an operation: `readRoom`, `kickFromRoomSession`, … */
export type ProxyOperation = keyof typeof OPERATIONS;

/** An operation, and of what. */
export interface Target {
  readonly operation: ProxyOperation;
  /** The ids in the path: `{ room_id: '…' }`. */
  readonly params: Readonly<Record<string, string>>;
  /** Made anew from the operation and the ids: nothing of the address that was asked for is in it as it came. */
  readonly path: string;
}

const LONGEST_ID = 128;

const routes = Object.entries(OPERATIONS).map(([operation, route]) => {
  const [method = '', path = ''] = route.split(' ');
  return { operation: operation as ProxyOperation, method, parts: path.split('/') };
});

/** What is asked for, from the path below the prefix; null where there is no such operation. */
export function readTarget(method: string, pathname: string): Target | null {
  const given = decoded(pathname);
  if (given === null || given[0] !== 'v2') return null;
  const asked = given.slice(1);
  for (const { operation, method: expected, parts } of routes) {
    if (method !== expected || asked.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = parts.every((part, index) => {
      const text = asked[index] ?? '';
      if (!part.startsWith('{')) return part === text;
      params[part.slice(1, -1)] = text;
      return isId(text);
    });
    if (fits) return { operation, params, path: `/v2/${asked.map(encodeURIComponent).join('/')}` };
  }
  return null;
}

/** The parts of a path, each decoded once. */
function decoded(pathname: string): string[] | null {
  if (!pathname.startsWith('/')) return null;
  try {
    return pathname.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** No id is a step up, a path of its own, or longer than any. */
function isId(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  return text !== '' && text.length <= LONGEST_ID && !/^\.+$|[/\\\u0000-\u001f\u007f]/.test(text);
}
