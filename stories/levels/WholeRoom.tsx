import { createRoom, VideoRoom } from 'parlour';

// Outside of any component: a room is a thing that lives, like a query client.
const room = createRoom({
  enableMessages: true,
  tokenSource: async () => {
    const response = await fetch('/api/token', { method: 'POST' }); // your backend, which knows your users
    return response.json(); // { token, refreshToken }
  },
});

export function WholeRoom() {
  return (
    <div style={{ blockSize: '100dvh' }}>
      <VideoRoom room={room} theme={{ accent: '#5b5bd6' }} onLeave={() => location.assign('/')} />
    </div>
  );
}
