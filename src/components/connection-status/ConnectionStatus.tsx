'use client';
import { ConnectionStatusDescription } from './description/ConnectionStatusDescription.tsx';
import { ConnectionStatusJoinAgain } from './join-again/ConnectionStatusJoinAgain.tsx';
import { ConnectionStatusRoot, type ConnectionStatusRootProps } from './root/ConnectionStatusRoot.tsx';
import { ConnectionStatusTitle } from './title/ConnectionStatusTitle.tsx';

export type ConnectionStatusProps = Omit<ConnectionStatusRootProps, 'children'>;

function DefaultStatus(props: ConnectionStatusProps) {
  return (
    <ConnectionStatusRoot {...props}>
      <ConnectionStatusTitle />
      <ConnectionStatusDescription />
      <ConnectionStatusJoinAgain />
    </ConnectionStatusRoot>
  );
}

/**
 * Tells that the room is being joined, that a moderator has to let us in, or why it is over and how to come back;
 * nothing while it is connected. Parts: `Root`, `Title`, `Description`, `JoinAgain`.
 */
export const ConnectionStatus = /* @__PURE__ */ Object.assign(DefaultStatus, {
  Root: ConnectionStatusRoot,
  Title: ConnectionStatusTitle,
  Description: ConnectionStatusDescription,
  JoinAgain: ConnectionStatusJoinAgain,
});
