'use client';
import { useEffect, useRef } from 'react';
import { useCamera } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

/** What a preview shows as `data-*`. */
export interface PreJoinPreviewState {
  /** The camera is on. */
  readonly playing: boolean;
}

export type PreJoinPreviewProps = PartProps<'video', PreJoinPreviewState>;

/** Your own camera as in a mirror, transparent while it is off. Renders a `<video>`. */
export function PreJoinPreview(props: PreJoinPreviewProps) {
  const messages = useMessages();
  const { track } = useCamera();
  const ref = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const element = ref.current;
    if (!element || !track) return;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);

  return useRenderElement(
    'video',
    props,
    { playing: track !== null },
    {
      ref,
      className: 'parlour-prejoin-preview',
      autoPlay: true,
      playsInline: true,
      muted: true,
      tabIndex: -1,
      'aria-label': messages['prejoin.preview'],
      'aria-hidden': track === null,
    },
  );
}
