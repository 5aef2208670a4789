import {
  ConnectionBanner,
  ConnectionStatus,
  type Room,
  RoomAnnouncer,
  RoomAudio,
  RoomControls,
  RoomProvider,
  RoomStage,
  usePermission,
} from 'parlour';
import { Chat, Panel } from 'parlour/panels';
import { useEffect, useState } from 'react';

/** Who watches has a token with `publish: []`, and so no microphone to turn on. */
function Controls({ asking, setAsking }: { asking: boolean; setAsking: (asking: boolean) => void }) {
  const speaks = usePermission('audio');
  return (
    <RoomControls.Root style={{ justifySelf: 'center' }}>
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

/** Some speak, many watch: those on the stage are seen, the others are counted, and everybody can ask. */
export function Webinar({ room, title }: { room: Room; title: string }) {
  const [asking, setAsking] = useState(true);
  useEffect(() => room.hold(), [room]);
  return (
    <RoomProvider room={room}>
      <div
        style={{
          position: 'relative',
          boxSizing: 'border-box',
          display: 'grid',
          gridTemplateRows: 'auto minmax(0, 1fr) auto',
          gap: 12,
          blockSize: '100%',
          padding: 12,
        }}
      >
        <h1 style={{ margin: '4px 4px 0', fontSize: 18 }}>{title}</h1>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, minBlockSize: 0 }}>
          <div style={{ position: 'relative', flex: '3 1 320px', minBlockSize: '45%' }}>
            <RoomStage layout="speaker" audience="counted" selfView="hidden" />
            <ConnectionStatus
              style={{
                position: 'absolute',
                inset: 0,
                inlineSize: 'fit-content',
                blockSize: 'fit-content',
                margin: 'auto',
              }}
            />
          </div>
          {asking && (
            <div style={{ position: 'relative', flex: '1 1 320px', minBlockSize: '45%' }}>
              {/* As high as the stage beside it, however much is written. */}
              <div style={{ position: 'absolute', inset: 0 }}>
                <Panel title="Questions" onOpenChange={setAsking}>
                  <Chat />
                </Panel>
              </div>
            </div>
          )}
        </div>
        <Controls asking={asking} setAsking={setAsking} />
        <ConnectionBanner
          style={{ position: 'absolute', inset: '16px 16px auto', inlineSize: 'fit-content', margin: 'auto' }}
        />
      </div>
      <RoomAudio />
      <RoomAnnouncer />
    </RoomProvider>
  );
}
