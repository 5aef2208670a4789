'use client';
import type { ReactNode } from 'react';
import styles from '../../../styles/lazy/effects.css?inline';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePanelStyles } from '../../panel/usePanelStyles.ts';

export interface EffectsRootProps extends PartProps<'div', Record<never, never>> {
  children?: ReactNode;
}

/** What belongs to choosing effects. Renders a `<div>`. */
export function EffectsRoot(props: EffectsRootProps) {
  usePanelStyles(styles);
  return useRenderElement('div', props, {}, { className: 'parlour-effects' });
}
