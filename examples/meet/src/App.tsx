import { Suspense, useEffect, useState } from 'react';
import { ChooseRoom } from './ChooseRoom.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import { type Meeting, openMeeting } from './meeting.ts';

/** A room is an address: `/?room=daily`. */
const roomInAddress = () => new URLSearchParams(location.search).get('room')?.trim() || null;

const openFromAddress = () => {
  const roomName = roomInAddress();
  return roomName ? openMeeting(roomName) : null;
};

const first = openFromAddress();

export function App() {
  const [meeting, setMeeting] = useState<Promise<Meeting> | null>(first);

  function show(next: Promise<Meeting> | null) {
    meeting?.then(async ({ room }) => {
      await room.disconnect();
      // What was turned on in the lobby would go on.
      await room.devices.release();
    });
    setMeeting(next);
  }

  useEffect(() => {
    const back = () => show(openFromAddress());
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  });

  if (!meeting) {
    return (
      <ChooseRoom
        onChoose={(roomName) => {
          history.pushState(null, '', `/?room=${encodeURIComponent(roomName)}`);
          show(openMeeting(roomName));
        }}
      />
    );
  }
  return (
    <Suspense>
      <MeetingPage meeting={meeting} />
    </Suspense>
  );
}
