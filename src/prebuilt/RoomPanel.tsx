'use client';
import { Chat, Panel, type PanelProps, ParticipantList, StatsPanel } from '../components/panels.ts';
import { usePanelMessages } from '../i18n/index.ts';

/** What can stand beside a room. */
export type RoomPanelName = 'chat' | 'people' | 'stats';

export interface RoomPanelProps extends Pick<PanelProps, 'onOpenChange'> {
  name: RoomPanelName;
}

const CONTENTS = { chat: Chat, people: ParticipantList, stats: StatsPanel };

/** One of the panels of a prebuilt room. It is loaded when the first of them is opened. */
export function RoomPanel({ name, onOpenChange }: RoomPanelProps) {
  const messages = usePanelMessages();
  const Contents = CONTENTS[name];
  return (
    <Panel key={name} title={messages[`${name}.label`]} onOpenChange={onOpenChange}>
      <Contents />
    </Panel>
  );
}
