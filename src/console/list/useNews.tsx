'use client';
import { type ReactElement, useState } from 'react';

/** Says what was done, to see and to hear. */
export interface News {
  tell(text: string): void;
  /** To render, always: a region that comes with its words is not read. */
  readonly region: ReactElement;
}

export function useNews(): News {
  const [text, setText] = useState('');
  return {
    tell: setText,
    region: (
      <p className="parlour-console-news" role="status">
        {text}
      </p>
    ),
  };
}
