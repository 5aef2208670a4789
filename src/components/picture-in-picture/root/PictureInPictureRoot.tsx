'use client';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useLocale } from '../../../i18n/index.ts';
import css from '../../../styles/lazy/picture-in-picture.css?inline';
import { adoptStyleSheet, type OpenChangeDetails, type PartProps, useRenderElement } from '../../../ui/index.ts';
import { ThemeProvider } from '../../theme-provider/ThemeProvider.tsx';
import { type OpenPicture, openPicture } from '../openPicture.ts';

export interface PictureInPictureRootProps extends PartProps<'div', Record<never, never>> {
  /** Width of the window at first, in CSS pixels. @default 360 */
  width?: number | undefined;
  /** Height of the window at first, in CSS pixels. @default 280 */
  height?: number | undefined;
  /** Called when the window was closed, or could not be opened. Take this away then. */
  onOpenChange?: ((open: false, details: OpenChangeDetails) => void) | undefined;
  children?: ReactNode;
}

/**
 * A window over all others, open for as long as this is mounted; mount it in an event, since browsers open it for a click
 * only. The page stays as it is meanwhile. Where a browser has no such windows, it shows the video of a shared screen or
 * of who speaks instead. Renders a `<div>` in that window.
 */
export function PictureInPictureRoot({ width = 360, height = 280, onOpenChange, ...props }: PictureInPictureRootProps) {
  const { tag, direction } = useLocale();
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

  const element = useRenderElement('div', props, {}, { className: 'parlour-picture' });
  return (
    body &&
    createPortal(
      <ThemeProvider lang={tag} dir={direction}>
        {element}
      </ThemeProvider>,
      body,
    )
  );
}
