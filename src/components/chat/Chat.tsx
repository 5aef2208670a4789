'use client';
import { ChatComposer, type ChatComposerProps } from './composer/ChatComposer.tsx';
import { ChatEmpty } from './empty/ChatEmpty.tsx';
import { ChatMessages } from './messages/ChatMessages.tsx';
import { ChatRoot, type ChatRootProps } from './root/ChatRoot.tsx';
import { ChatText } from './text/ChatText.tsx';

export interface ChatProps extends Omit<ChatRootProps, 'children'>, Pick<ChatComposerProps, 'limit'> {}

function DefaultChat({ limit, ...props }: ChatProps) {
  return (
    <ChatRoot {...props}>
      <ChatMessages />
      <ChatComposer limit={limit} />
    </ChatRoot>
  );
}

/**
 * What is written in the room, and a field to write in. It fills its container, which must have a height. The room must
 * be made with `enableMessages`, or nothing of others comes. Parts: `Root`, `Messages`, `Empty`, `Text`, `Composer`.
 */
export const Chat = /* @__PURE__ */ Object.assign(DefaultChat, {
  Root: ChatRoot,
  Messages: ChatMessages,
  Empty: ChatEmpty,
  Text: ChatText,
  Composer: ChatComposer,
});
