'use client';
import { useState } from 'react';
import type { ModerationCommands } from '../engine/ModerationCommands.ts';
import { asRoomError, type RoomError } from '../errors/index.ts';
import type { Source } from '../protocol/index.ts';
import { useRoomStore } from './RoomContext.ts';
import { usePermission } from './usePermission.ts';
import { useRoomState } from './useRoomState.ts';

type OptionsOf<Name extends 'mute' | 'unmute' | 'kick'> = NonNullable<Parameters<ModerationCommands[Name]>[1]>;

/** To spread on your own `<button>`; give it a name. */
export interface ModerationButtonProps {
  readonly type: 'button';
  readonly 'aria-busy': true | undefined;
  readonly onClick: () => void;
}

/** As {@link ModerationButtonProps}, of a button that is pressed while it keeps somebody off. */
export interface MuteButtonProps extends ModerationButtonProps {
  /** Absent where it is about everybody: some may be muted and some not. */
  readonly 'aria-pressed': boolean | undefined;
}

/** What a moderator may do to somebody. */
export interface Moderation {
  /** Whether our grants allow moderating; it may change during the call. */
  readonly allowed: boolean;
  /** The command that is on its way. */
  readonly pending: 'mute' | 'remove' | 'end' | null;
  /** Why the last command failed. */
  readonly error: RoomError | null;
  /** Keeps sources off; `audio` unless `sources` says otherwise. */
  readonly mute: (options?: OptionsOf<'mute'>) => Promise<void>;
  readonly unmute: (options?: OptionsOf<'unmute'>) => Promise<void>;
  /** Puts out; with `banSecs` for so long. */
  readonly remove: (options?: OptionsOf<'kick'>) => Promise<void>;
  /** Ends the session for everybody, whomever the hook is about. */
  readonly endForAll: () => Promise<void>;
  /** Props of a button that mutes, and unmutes who is muted. Null, so that there is no such button, without the grant and for ourselves. @param source - @default 'audio' */
  readonly getMuteProps: (source?: Source) => MuteButtonProps | null;
  /** Props of a button that removes. Null without the grant and for ourselves. */
  readonly getRemoveProps: (options?: OptionsOf<'kick'>) => ModerationButtonProps | null;
  /** Props of a button that ends the session for everybody. Null without the grant. */
  readonly getEndProps: () => ModerationButtonProps | null;
}

/**
 * What a moderator may do to a participant, or to everybody else: commands, and the props of buttons for them, which
 * are there only while our grants allow it.
 *
 * @param whom - A participant's id, or `all`: everybody but ourselves. @default 'all'
 */
export function useModeration(whom = 'all'): Moderation {
  const { moderation } = useRoomStore().commands;
  const allowed = usePermission('moderate');
  const censored = useRoomState(`participant:${whom}`, (state) => state.participants.get(whom)?.censored);
  const isLocal = useRoomState('local-participant', (state) => state.localParticipantId === whom);
  const [pending, setPending] = useState<Moderation['pending']>(null);
  const [error, setError] = useState<RoomError | null>(null);

  const run = async (name: NonNullable<Moderation['pending']>, command: () => Promise<void>) => {
    setPending(name);
    setError(null);
    try {
      await command();
    } catch (thrown) {
      setError(asRoomError(thrown));
      throw thrown;
    } finally {
      setPending(null);
    }
  };
  const mute: Moderation['mute'] = (options) => run('mute', () => moderation.mute(whom, options));
  const unmute: Moderation['unmute'] = (options) => run('mute', () => moderation.unmute(whom, options));
  const remove: Moderation['remove'] = (options) => run('remove', () => moderation.kick(whom, options));
  const endForAll = () => run('end', () => moderation.end());

  const buttonProps = (name: typeof pending, command: () => Promise<void>): ModerationButtonProps => ({
    type: 'button',
    'aria-busy': pending === name || undefined,
    // A failure is shown by `error`; nobody waits for this promise.
    onClick: () => void command().catch(() => {}),
  });

  return {
    allowed,
    pending,
    error,
    mute,
    unmute,
    remove,
    endForAll,
    getMuteProps: (source = 'audio') => {
      if (!allowed || isLocal) return null;
      const isMuted = censored?.[source] !== undefined;
      const props = buttonProps('mute', () => (isMuted ? unmute : mute)({ sources: [source] }));
      return { ...props, 'aria-pressed': whom === 'all' ? undefined : isMuted };
    },
    getRemoveProps: (options) => (allowed && !isLocal ? buttonProps('remove', () => remove(options)) : null),
    getEndProps: () => (allowed ? buttonProps('end', endForAll) : null),
  };
}
