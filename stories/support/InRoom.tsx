import type { CSSProperties, ReactNode } from 'react';
import { RoomProvider } from '../../src/components/index.ts';
import { createStaticRoomStore, type StaticCommands, type StaticState } from '../../src/store/index.ts';

/** A box of that size with a room in it that never changes. */
export function InRoom({
  state,
  commands,
  width,
  height,
  children,
}: {
  state: StaticState;
  commands?: StaticCommands;
  width?: CSSProperties['width'];
  height?: CSSProperties['height'];
  children: ReactNode;
}) {
  return (
    <RoomProvider store={createStaticRoomStore(state, commands)}>
      <div style={{ width, height, maxWidth: '100%' }}>{children}</div>
    </RoomProvider>
  );
}
