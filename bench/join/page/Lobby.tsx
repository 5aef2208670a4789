import { PreJoin, type Room, RoomProvider, VideoRoom } from 'parlour';
import { Activity, useState } from 'react';

interface LobbyProps {
  room: Room;
  name: string;
}

/** As an application has it: the lobby, and after the click the room, which was rendered before and not yet shown. */
export function Lobby({ room, name }: LobbyProps) {
  const [joined, setJoined] = useState(false);

  const join = () => {
    // Before the room is shown, which takes longer than the request. What goes wrong is shown in the room.
    room.connect().catch(() => {});
    setJoined(true);
  };

  return (
    <>
      {!joined && (
        <RoomProvider room={room}>
          <PreJoin defaultName={name} onJoin={join} />
        </RoomProvider>
      )}
      <Activity mode={joined ? 'visible' : 'hidden'}>
        <VideoRoom room={room} />
      </Activity>
    </>
  );
}
