'use client';
import { useMemo } from 'react';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { linkify } from '../linkify.ts';

export interface ChatTextProps extends Omit<PartProps<'p', Record<never, never>>, 'children'> {
  /** What was written. Nothing of it is taken for markup. */
  text: string;
}

/** A text in which addresses of the web are links that open elsewhere and tell nothing of this page. Renders a `<p>`. */
export function ChatText({ text, ...props }: ChatTextProps) {
  const pieces = useMemo(() => linkify(text), [text]);
  return useRenderElement(
    'p',
    props,
    {},
    {
      className: 'parlour-chat-text',
      dir: 'auto',
      children: pieces.map((piece, index) =>
        piece.href === null ? (
          piece.text
        ) : (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
            key={index}
            className="parlour-chat-link"
            href={piece.href}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
          >
            {piece.text}
          </a>
        ),
      ),
    },
  );
}
