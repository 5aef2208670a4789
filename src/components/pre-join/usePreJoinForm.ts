'use client';
import { type FormEvent, startTransition, useId, useState } from 'react';
import { messageOfError, useMessages } from '../../i18n/index.ts';
import type { PreJoinContextValue } from './PreJoinContext.ts';

/** What a person chose in the lobby. */
export interface PreJoinDetails {
  readonly name: string;
}

/** Called with what was chosen. While its promise is pending the button says so; if it rejects, the reason is shown. */
export type OnJoin = (details: PreJoinDetails) => void | Promise<void>;

/** State and behaviour of the lobby's form. */
export function usePreJoinForm(defaultName: string, onJoin: OnJoin) {
  const messages = useMessages();
  const [name, setName] = useState(defaultName);
  const [nameMissing, setNameMissing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [joining, setJoining] = useState(false);
  const id = useId();

  const join = async () => {
    setJoining(true);
    setFailure(null);
    try {
      // A transition: what it renders (a whole room) waits until the join it begins is on its way.
      await new Promise<void>((done, failed) => {
        startTransition(() => Promise.resolve(onJoin({ name: name.trim() })).then(done, failed));
      });
    } catch (thrown) {
      setFailure(messageOfError(messages, thrown));
    } finally {
      setJoining(false);
    }
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (joining) return;
    const missing = name.trim() === '';
    setNameMissing(missing);
    if (missing) document.getElementById(`${id}name`)?.focus();
    else void join();
  };

  const context: PreJoinContextValue = {
    name,
    setName: (next) => {
      setName(next);
      if (next.trim() !== '') setNameMissing(false);
    },
    problem: nameMissing ? messages['prejoin.nameMissing'] : failure,
    nameMissing,
    joining,
    inputId: `${id}name`,
    problemId: `${id}problem`,
  };
  return { context, onSubmit };
}
