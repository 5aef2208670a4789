import './fakeMediaStream.ts';
import type { ReactElement, ReactNode } from 'react';
import { RoomProvider } from '../../../src/components/index.ts';
import { createStaticRoomStore, type StaticCommands, type StaticState } from '../../../src/store/index.ts';

/** Something in a room that never changes. */
export function inRoom(children: ReactNode, state: StaticState, commands?: StaticCommands): ReactElement {
  return <RoomProvider store={createStaticRoomStore(state, commands)}>{children}</RoomProvider>;
}
