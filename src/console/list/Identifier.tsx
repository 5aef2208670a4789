'use client';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';

/** An id, and a button that copies it. */
export function Identifier({ id }: { id: string }) {
  const messages = useConsoleMessages();
  const [copied, setCopied] = useState(false);
  const label = messages[copied ? 'list.copied' : 'list.copyId'];
  const copy = async () => {
    await navigator.clipboard?.writeText(id).then(
      () => setCopied(true),
      // It stands there to be marked and copied by hand.
      () => {},
    );
  };
  return (
    <span className="parlour-console-id">
      <code className="parlour-console-code">{id}</code>
      <button
        type="button"
        className="parlour-console-copy"
        aria-label={label}
        title={label}
        onBlur={() => setCopied(false)}
        onClick={() => void copy()}
      >
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </button>
    </span>
  );
}
