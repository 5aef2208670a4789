import { createRoom, type Room, type RoomOptions, type TokenPair, VideoRoom } from 'parlour';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'parlour/styles.css';

/** What a test hands to the page before it loads. */
export interface CallOptions extends Pick<RoomOptions, 'roomId' | 'serverUrl' | 'context'> {
  readonly devices: readonly ('microphone' | 'camera')[];
}

declare global {
  interface Window {
    callOptions?: CallOptions;
    /** The test's own token source. */
    getToken(): Promise<TokenPair>;
    /** The room on the page, for the test to look into. */
    room: Room;
    createRoom: typeof createRoom;
  }
}

window.createRoom = createRoom;

if (window.callOptions) {
  const { devices, ...options } = window.callOptions;
  const room = createRoom({ ...options, tokenSource: () => window.getToken() });
  for (const device of devices) room.devices[device].enable().catch(() => {});
  window.room = room;
  createRoot(document.getElementById('app') as HTMLElement).render(
    <StrictMode>
      <VideoRoom room={room} />
    </StrictMode>,
  );
}
