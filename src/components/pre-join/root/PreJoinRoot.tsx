'use client';
import { useEffect } from 'react';
import { useRoomStore } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement, whenIdle } from '../../../ui/index.ts';
import { preloadRoom } from '../lobbyPreloads.ts';
import { PreJoinContext } from '../PreJoinContext.ts';
import { type OnJoin, usePreJoinForm } from '../usePreJoinForm.ts';

/** What a lobby shows as `data-*`. */
export interface PreJoinState {
  readonly joining: boolean;
}

export interface PreJoinRootProps extends PartProps<'form', PreJoinState> {
  onJoin: OnJoin;
  /** A name to begin with. */
  defaultName?: string | undefined;
}

/**
 * The lobby's form: Enter joins. Loads what the connection will need while the person types. Renders a
 * `<form>`.
 */
export function PreJoinRoot({ onJoin, defaultName = '', ...props }: PreJoinRootProps) {
  const messages = useMessages();
  const { commands } = useRoomStore();
  const { context, onSubmit } = usePreJoinForm(defaultName, onJoin);

  // Only a head start: connect() does it again if it failed, and tells why.
  useEffect(() => commands.holdLobby(), [commands]);
  useEffect(() => void whenIdle().then(preloadRoom), []);

  const element = useRenderElement(
    'form',
    props,
    { joining: context.joining },
    {
      className: 'parlour-prejoin',
      'aria-label': messages['prejoin.label'],
      noValidate: true,
      onSubmit,
    },
  );
  return <PreJoinContext value={context}>{element}</PreJoinContext>;
}
