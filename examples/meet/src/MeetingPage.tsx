import { PreJoin, RoomProvider, VideoRoom } from 'parlour';
import { use, useState } from 'react';
import type { Meeting } from './meeting.ts';

interface MeetingPageProps {
  meeting: Promise<Meeting>;
}

/** The lobby first, then the room. */
export function MeetingPage({ meeting: promise }: MeetingPageProps) {
  const meeting = use(promise);
  const [joined, setJoined] = useState(false);

  if (joined) return <VideoRoom room={meeting.room} />;
  return (
    <RoomProvider room={meeting.room}>
      <main className="lobby">
        <PreJoin
          onJoin={({ name }) => {
            meeting.name = name;
            setJoined(true);
          }}
        />
        <p>
          Room “{meeting.roomName}” · <a href="/">another room</a>
        </p>
      </main>
    </RoomProvider>
  );
}
