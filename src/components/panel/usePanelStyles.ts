'use client';
import panel from '../../styles/lazy/panel.css?inline';
import { useStyleSheet } from '../../ui/index.ts';

/** The look that all panels have in common, and of one of them. */
export function usePanelStyles(css = ''): void {
  useStyleSheet(panel);
  useStyleSheet(css);
}
