import { createRoom, type Room } from 'parlour';
import { fetchSettings, fetchToken } from './api.ts';

/** One visit to a room, from the lobby to the end. */
export interface Meeting {
  readonly roomName: string;
  readonly room: Room;
  /** The name to join under; the lobby sets it. */
  name: string;
}

// The token tells the address too, only later: then there is nothing to warm up.
const settings = fetchSettings().catch(() => ({}));

/**
 * Opens a room's lobby, camera and microphone included. Called where the person asks for it, not in
 * render: a room is a thing that lives, like a connection to a database.
 */
export async function openMeeting(roomName: string): Promise<Meeting> {
  const room = createRoom({
    ...(await settings),
    enableMessages: true,
    tokenSource: () => fetchToken(roomName, meeting.name),
  });
  const meeting: Meeting = { roomName, room, name: '' };
  // Refused or missing devices are shown in the lobby; one joins without them, too.
  room.devices.camera.enable().catch(() => {});
  room.devices.microphone.enable().catch(() => {});
  return meeting;
}
