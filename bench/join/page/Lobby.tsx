import { PreJoin, type Room, RoomProvider, VideoRoom } from 'parlour';
import { useState } from 'react';

interface LobbyProps {
  room: Room;
  name: string;
}

/** As an application has it: the lobby, and after the click the room. */
export function Lobby({ room, name }: LobbyProps) {
  const [joined, setJoined] = useState(false);

  const join = () => {
    // Before the room is rendered, which takes longer than the request. What goes wrong is shown in the room.
    room.connect().catch(() => {});
    setJoined(true);
  };

  if (joined) return <VideoRoom room={room} />;
  return (
    <RoomProvider room={room}>
      <PreJoin defaultName={name} onJoin={join} />
    </RoomProvider>
  );
}
