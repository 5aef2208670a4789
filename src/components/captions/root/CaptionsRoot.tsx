'use client';
import { usePanelMessages } from '../../../i18n/index.ts';
import css from '../../../styles/lazy/captions.css?inline';
import { type PartProps, useRenderElement, useStyleSheet } from '../../../ui/index.ts';
import type { CaptionsState } from '../Caption.ts';

export interface CaptionsRootProps extends PartProps<'div', CaptionsState> {
  /** How large the words are. @default medium */
  size?: CaptionsState['size'] | undefined;
  /** Nobody says anything. @default false */
  empty?: boolean | undefined;
}

/**
 * Where captions stand. They are not announced unless you set `aria-live`: who listens to a screen reader hears who speaks.
 * Renders a `<div>` with the role `log`.
 */
export function CaptionsRoot({ size = 'medium', empty = false, ...props }: CaptionsRootProps) {
  useStyleSheet(css);
  const messages = usePanelMessages();
  return useRenderElement(
    'div',
    props,
    { size, empty },
    { className: 'parlour-captions', role: 'log', 'aria-live': 'off', 'aria-label': messages['captions.label'] },
  );
}
