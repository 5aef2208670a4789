'use client';
import KeyRound from 'lucide-react/icons/key-round';
import { type FormEvent, useId, useRef, useState } from 'react';
import { RoomsApiError } from '../../api/index.ts';
import styles from '../../styles/lazy/console.css?inline';
import { useStyleSheet } from '../../ui/index.ts';
import { Field } from '../form/Field.tsx';
import type { ConsoleMessages } from '../i18n/ConsoleMessages.ts';
import { messageOfFailure } from '../i18n/messageOfFailure.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';

export interface SignInProps {
  /** Signs in. What it throws is shown: a `RoomsApiError` with the status 401 says that the key is wrong. */
  onSignIn: (apiKey: string) => Promise<void>;
  /** Somebody was signed in, and has to do it again. @default false */
  expired?: boolean | undefined;
}

/** Asks for an API key. The field is cleared once it has been used. Renders a `<form>`. */
export function SignIn({ onSignIn, expired = false }: SignInProps) {
  useStyleSheet(styles);
  const messages = useConsoleMessages();
  const field = useRef<HTMLInputElement>(null);
  const titleId = useId();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const key = field.current?.value.trim() ?? '';
    if (key === '') {
      setProblem(messages['signIn.empty']);
      field.current?.focus();
      return;
    }
    setPending(true);
    setProblem(undefined);
    try {
      await onSignIn(key);
      if (field.current) field.current.value = '';
    } catch (thrown) {
      setProblem(problemOf(messages, thrown));
      field.current?.select();
    }
    setPending(false);
  };
  return (
    <form
      className="parlour-console-sign-in"
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <KeyRound aria-hidden className="parlour-console-sign-in-icon" />
      <h1 id={titleId} className="parlour-console-heading">
        {messages['signIn.title']}
      </h1>
      <p className="parlour-console-muted">{messages[expired ? 'signIn.expired' : 'signIn.hint']}</p>
      <Field
        ref={field}
        label={messages['signIn.key']}
        type="password"
        name="api-key"
        autoComplete="current-password"
        spellCheck={false}
        problem={problem}
      />
      <p className="parlour-console-hidden" role="alert">
        {problem}
      </p>
      <button type="submit" className="parlour-button parlour-primary" aria-busy={pending || undefined}>
        {messages['signIn.title']}
      </button>
    </form>
  );
}

function problemOf(messages: ConsoleMessages, thrown: unknown): string {
  if (!(thrown instanceof RoomsApiError)) return messageOfFailure(messages, thrown);
  if (thrown.status === 401) return messages['signIn.wrong'];
  if (thrown.status === 429) return messages['signIn.tooMany'](thrown.retryAfterSecs ?? 60);
  return messageOfFailure(messages, thrown);
}
