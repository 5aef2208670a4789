import { type Room, RoomControls, RoomStage, useConnection, usePermission } from 'parlour';
import { Chat, Panel } from 'parlour/panels';
import { useState } from 'react';
import { Call } from './Call.tsx';

/** Who watches has a token with `publish: []`, and so no microphone to turn on. */
function Controls({ asking, setAsking }: { asking: boolean; setAsking: (asking: boolean) => void }) {
  const speaks = usePermission('audio');
  return (
    <RoomControls.Root>
      <RoomControls.Problems />
      {speaks && (
        <RoomControls.Group>
          <RoomControls.Microphone />
          <RoomControls.Camera />
          <RoomControls.ScreenShare />
        </RoomControls.Group>
      )}
      <RoomControls.Group>
        <RoomControls.Hand />
        <RoomControls.Reactions />
        <RoomControls.Chat open={asking} onOpenChange={setAsking} />
      </RoomControls.Group>
      <RoomControls.Leave />
    </RoomControls.Root>
  );
}

/** As high as the stage beside it, however much is written. */
function Questions({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { status } = useConnection();
  if (status === 'disconnected') return null;
  return (
    <div style={{ position: 'relative', flex: '1 1 320px', minBlockSize: '45%' }}>
      <div style={{ position: 'absolute', inset: 0 }}>
        <Panel title="Questions" onOpenChange={onOpenChange}>
          <Chat />
        </Panel>
      </div>
    </div>
  );
}

/** Some speak, many watch: those on the stage are seen, the others are counted, and everybody can ask. */
export function Webinar({ room, title }: { room: Room; title: string }) {
  const [asking, setAsking] = useState(true);
  return (
    <Call
      room={room}
      controls={<Controls asking={asking} setAsking={setAsking} />}
      style={{ gridTemplateRows: 'auto minmax(0, 1fr) auto' }}
    >
      <h1 style={{ margin: '4px 4px 0', fontSize: 18 }}>{title}</h1>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, minBlockSize: 0 }}>
        <div style={{ flex: '3 1 320px', minBlockSize: '45%' }}>
          <RoomStage layout="speaker" audience="counted" selfView="hidden" />
        </div>
        {asking && <Questions onOpenChange={setAsking} />}
      </div>
    </Call>
  );
}
