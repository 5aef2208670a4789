'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import css from '../../styles/lazy/picture-in-picture.css?inline';
import { adoptStyleSheet, type OpenChangeDetails } from '../../ui/index.ts';
import { type OpenPicture, openPicture } from './openPicture.ts';

export interface PictureOptions {
  /** Width of the window at first, in CSS pixels. @default 360 */
  width?: number | undefined;
  /** Height of the window at first, in CSS pixels. @default 280 */
  height?: number | undefined;
  /** Called when the window was closed, or could not be opened. Take this away then. */
  onOpenChange?: ((open: false, details: OpenChangeDetails) => void) | undefined;
}

/** A window over all others, open for as long as the component is mounted. @returns Where it is to be filled, once it is there. */
export function usePicture({ width = 360, height = 280, onOpenChange }: PictureOptions): HTMLElement | null {
  const [body, setBody] = useState<HTMLElement | null>(null);
  const picture = useRef<OpenPicture | null>(null);
  const mounted = useRef(false);
  const opened = useEffectEvent((element: HTMLElement) => {
    adoptStyleSheet(element.ownerDocument, css);
    setBody(element);
  });
  const closed = useEffectEvent(() => onOpenChange?.(false, { reason: 'close', cancel: () => {} }));
  const open = useEffectEvent(() => openPicture(document, { width, height }, { onOpen: opened, onClose: closed }));

  useEffect(() => {
    mounted.current = true;
    picture.current ??= open();
    return () => {
      mounted.current = false;
      // StrictMode mounts again at once: a second window would need a second click.
      queueMicrotask(() => {
        if (!mounted.current) picture.current?.close();
      });
    };
  }, []);
  return body;
}
