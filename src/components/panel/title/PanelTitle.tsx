'use client';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePanelContext } from '../PanelContext.ts';

export type PanelTitleProps = PartProps<'h2', Record<never, never>>;

/** What the panel is called. Renders an `<h2>`. */
export function PanelTitle(props: PanelTitleProps) {
  const { titleId } = usePanelContext();
  return useRenderElement('h2', props, {}, { id: titleId, className: 'parlour-panel-title' });
}
