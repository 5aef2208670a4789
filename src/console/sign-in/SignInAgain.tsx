'use client';
import { useEffect, useRef } from 'react';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import { SignIn, type SignInProps } from './SignIn.tsx';

/** Asks for the key over what somebody was doing, whatever is open there; it cannot be put off. Renders a `<dialog>`. */
export function SignInAgain({ onSignIn }: Pick<SignInProps, 'onSignIn'>) {
  const messages = useConsoleMessages();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className="parlour-console-again"
      aria-label={messages['signIn.title']}
      onCancel={(event) => event.preventDefault()}
    >
      <SignIn expired onSignIn={onSignIn} />
    </dialog>
  );
}
