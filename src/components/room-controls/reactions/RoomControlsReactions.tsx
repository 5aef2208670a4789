'use client';
import SmilePlus from 'lucide-react/icons/smile-plus';
import { useConnection, usePermission, useRoomStore } from '../../../hooks/index.ts';
import { type Messages, useMessages } from '../../../i18n/index.ts';
import { type MenuPartProps, useMenuPart } from '../useMenuPart.tsx';

/** What is offered where nothing else is given, and what it is called. */
const NAMES: Readonly<Record<string, keyof Messages>> = {
  '👍': 'reaction.thumbsUp',
  '❤️': 'reaction.heart',
  '😂': 'reaction.laughing',
  '😮': 'reaction.surprised',
  '👏': 'reaction.clapping',
  '🎉': 'reaction.party',
};
const DEFAULT = ['👍', '❤️', '😂', '😮', '👏', '🎉'];

export interface RoomControlsReactionsProps extends MenuPartProps {
  /** Which there are to choose from. @default 👍 ❤️ 😂 😮 👏 🎉 */
  reactions?: readonly string[] | undefined;
}

/** The menu of reactions; it stays open for another one. Renders a `<button>`, or nothing where you may send none. */
export function RoomControlsReactions({ reactions = DEFAULT, ...props }: RoomControlsReactionsProps) {
  const messages = useMessages();
  const commands = useRoomStore().commands.reactions;
  const { status } = useConnection();
  const allowed = usePermission('message');
  const label = messages['controls.reactions'];
  const entries = () =>
    reactions.map((reaction) => {
      const name = NAMES[reaction];
      return {
        id: reaction,
        label: name ? `${messages[name]}` : reaction,
        icon: <span aria-hidden>{reaction}</span>,
        stay: true,
        // What does not get through is forgotten, as reactions are.
        onSelect: () => void commands.send(reaction).catch(() => {}),
      };
    });
  const disabled = status !== 'connected' || !allowed;
  const icon = <SmilePlus aria-hidden />;
  const className = 'parlour-button parlour-control';
  return useMenuPart({ id: 'reactions', label, icon, className, collapse: 31, disabled, inRow: true, entries }, props);
}
