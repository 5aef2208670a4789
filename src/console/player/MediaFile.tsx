'use client';
import { useState } from 'react';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';

export interface MediaFileProps {
  url: string;
  type: 'audio' | 'video';
  label: string;
  autoPlay?: boolean | undefined;
}

/** A file that is heard or seen, or why it cannot be. */
export function MediaFile({ url, type, label, autoPlay }: MediaFileProps) {
  const messages = useConsoleMessages();
  const [playable, setPlayable] = useState(true);
  const media = {
    src: url,
    controls: true,
    autoPlay,
    'aria-label': label,
    className: 'parlour-console-player',
    onError: () => setPlayable(false),
  };
  return (
    <>
      {playable && (type === 'video' ? <video {...media} playsInline /> : <audio {...media} />)}
      <p className="parlour-console-problem" role="alert">
        {!playable && messages['recordings.cannotPlay']}
      </p>
    </>
  );
}
