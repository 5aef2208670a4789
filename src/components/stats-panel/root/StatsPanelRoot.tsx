'use client';
import css from '../../../styles/lazy/stats-panel.css?inline';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePanelStyles } from '../../panel/usePanelStyles.ts';

export type StatsPanelRootProps = PartProps<'div', Record<never, never>>;

/** Holds the statistics together. Renders a `<div>`. */
export function StatsPanelRoot(props: StatsPanelRootProps) {
  usePanelStyles(css);
  return useRenderElement('div', props, {}, { className: 'parlour-stats' });
}
