import './fakeMediaStream.ts';
import type { ReactElement, ReactNode } from 'react';
import { RoomProvider } from '../../../src/components/index.ts';
import type { RoomCommands, State } from '../../../src/engine/index.ts';
import { createStaticRoomStore } from '../../../src/store/index.ts';

/** Something in a room that never changes. */
export function inRoom(children: ReactNode, state: Partial<State>, commands?: Partial<RoomCommands>): ReactElement {
  return <RoomProvider store={createStaticRoomStore(state, commands)}>{children}</RoomProvider>;
}
