import {
  createRoom,
  PreJoin,
  type Room,
  type RoomOptions,
  RoomProvider,
  type TokenPair,
  testConnection,
  VideoRoom,
} from 'parlour';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'parlour/styles.css';

/** What a test hands to the page before it loads. */
export interface CallOptions extends Pick<RoomOptions, 'roomId' | 'serverUrl' | 'context' | 'enableMessages'> {
  readonly devices: readonly ('microphone' | 'camera')[];
  /** Whether the page joins only when its devices are on. @default false */
  readonly devicesFirst?: boolean;
  /** Whether the page begins in the lobby. @default false */
  readonly lobby?: boolean;
}

declare global {
  interface Window {
    callOptions?: CallOptions;
    /** The test's own token source. */
    getToken(): Promise<TokenPair>;
    /** The room on the page, for the test to look into. */
    room: Room;
    createRoom: typeof createRoom;
    testConnection: typeof testConnection;
  }
}

/** Two browsers and a server on one machine keep it busy; what a room does about that is not what is looked at here. */
const environment: RoomOptions['environment'] = {
  watchConditions: (tell) => {
    tell({ pressure: 'nominal', saveData: false, batteryLow: false });
    return () => {};
  },
};

window.createRoom = (options) => createRoom({ environment, ...options });
window.testConnection = testConnection;

function Call({ room, lobby }: { room: Room; lobby: boolean }) {
  const [joined, setJoined] = useState(!lobby);
  if (joined) return <VideoRoom room={room} />;
  return (
    <RoomProvider room={room}>
      <PreJoin defaultName="Somebody" onJoin={() => setJoined(true)} />
    </RoomProvider>
  );
}

if (window.callOptions) {
  const { devices, devicesFirst = false, lobby = false, ...options } = window.callOptions;
  const room = createRoom({ environment, ...options, tokenInLobby: lobby, tokenSource: () => window.getToken() });
  const opening = Promise.allSettled(devices.map((device) => room.devices[device].enable()));
  window.room = room;
  if (devicesFirst) await opening;
  createRoot(document.getElementById('app') as HTMLElement).render(
    <StrictMode>
      <Call room={room} lobby={lobby} />
    </StrictMode>,
  );
}
