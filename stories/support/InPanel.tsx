import type { ReactNode } from 'react';
import { Panel } from '../../src/components/panels.ts';
import type { StaticCommands, StaticState } from '../../src/store/index.ts';
import { InRoom } from './InRoom.tsx';

/** A room with one panel, as large as it is beside a room, or as a phone is. */
export function InPanel({
  title,
  state,
  commands,
  children,
}: {
  title: string;
  state: StaticState;
  commands?: StaticCommands;
  children: ReactNode;
}) {
  return (
    <InRoom state={state} {...(commands && { commands })} width={360} height="min(720px, calc(100vh - 48px))">
      <Panel title={title}>{children}</Panel>
    </InRoom>
  );
}
