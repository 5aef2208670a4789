import { createRoom, type Room } from 'parlour';
import { createRoot } from 'react-dom/client';
import { Lobby } from './Lobby.tsx';
import type { JoinOptions } from './main.ts';
import { smallCamera } from './smallCamera.ts';
import 'parlour/styles.css';

/** Shows the lobby. Done when nothing is left to do before the click. */
export async function openLobby({ serverUrl, roomId, name, token, lobby }: JoinOptions): Promise<void> {
  const room = createRoom({
    serverUrl,
    roomId,
    tokenSource: async () => ({ token }),
    tokenInLobby: lobby,
    environment: { devices: smallCamera },
  });
  window.sent = (frames) => sent(room, frames);
  createRoot(document.getElementById('app') as HTMLElement).render(<Lobby room={room} name={name} />);
  await Promise.all([room.prepare(), room.devices.camera.enable(), room.devices.microphone.enable()]);
  if (lobby) await connected();
}

/** Done when both transports of the lobby are connected. */
async function connected(): Promise<void> {
  const { connections } = window.recording;
  if (connections.size === 2 && [...connections].every(({ connectionState }) => connectionState === 'connected'))
    return;
  await new Promise(requestAnimationFrame);
  await connected();
}

async function sent(room: Room, frames: number): Promise<void> {
  const { video } = await room.getWebRTCStatsForStream(room.getState().localParticipantId, 'self');
  const layers = [...(video?.values() ?? [])].filter(({ type }) => type === 'outbound-rtp');
  if (layers.some(({ framesSent }) => framesSent >= frames)) return;
  await new Promise(requestAnimationFrame);
  await sent(room, frames);
}
