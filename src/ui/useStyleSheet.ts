'use client';
import { useInsertionEffect } from 'react';
import { adoptStyleSheet } from './adoptStyleSheet.ts';

/** Gives the page the style sheet of what is loaded when it is first opened; everybody's own stays small by it. */
export function useStyleSheet(css: string): void {
  useInsertionEffect(() => {
    if (css !== '') adoptStyleSheet(document, css);
  }, [css]);
}
