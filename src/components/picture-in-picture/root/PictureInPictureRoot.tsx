'use client';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useLocale } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { ThemeProvider } from '../../theme-provider/ThemeProvider.tsx';
import { type PictureOptions, usePicture } from '../usePicture.ts';

export interface PictureInPictureRootProps extends PartProps<'div', Record<never, never>>, PictureOptions {
  children?: ReactNode;
}

/**
 * A window over all others, open for as long as this is mounted; mount it in an event, since browsers open it for a click
 * only. The page stays as it is meanwhile. Where a browser has no such windows, it shows the video of a shared screen or
 * of who speaks instead. Renders a `<div>` in that window.
 */
export function PictureInPictureRoot({ width, height, onOpenChange, ...props }: PictureInPictureRootProps) {
  const { tag, direction } = useLocale();
  const body = usePicture({ width, height, onOpenChange });
  const element = useRenderElement('div', props, {}, { className: 'parlour-picture' });
  const themed = (
    <ThemeProvider lang={tag} dir={direction}>
      {element}
    </ThemeProvider>
  );
  return body && createPortal(themed, body);
}
