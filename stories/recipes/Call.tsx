import {
  ConnectionBanner,
  ConnectionStatus,
  type Room,
  RoomAnnouncer,
  RoomAudio,
  RoomProvider,
  type Theme,
} from 'parlour';
import { type CSSProperties, type ReactNode, useEffect } from 'react';

interface CallProps {
  room: Room;
  theme?: Theme;
  /** The bar below. */
  controls: ReactNode;
  style?: CSSProperties;
  children: ReactNode;
}

/** What every call has around it: a connection, sound, words for screen readers, and what is wrong with the network. */
export function Call({ room, theme, controls, style, children }: CallProps) {
  useEffect(() => room.hold(), [room]);
  return (
    <RoomProvider room={room} theme={theme}>
      <div
        style={{
          position: 'relative',
          boxSizing: 'border-box',
          display: 'grid',
          gridTemplateRows: 'minmax(0, 1fr) auto',
          gap: 12,
          blockSize: '100%',
          padding: 12,
          ...style,
        }}
      >
        {children}
        <div style={{ display: 'flex', justifyContent: 'center', minInlineSize: 0 }}>{controls}</div>
        <ConnectionBanner
          style={{ position: 'absolute', inset: '16px 16px auto', inlineSize: 'fit-content', margin: 'auto' }}
        />
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
      <RoomAudio />
      <RoomAnnouncer />
    </RoomProvider>
  );
}
