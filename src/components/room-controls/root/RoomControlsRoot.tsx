'use client';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement, useRovingFocus } from '../../../ui/index.ts';

export type RoomControlsRootProps = PartProps<'div', Record<never, never>>;

/**
 * A bar of buttons that is one stop of the Tab key; the arrow keys, Home and End move within it.
 * Renders a `<div>` with the role `toolbar`.
 */
export function RoomControlsRoot(props: RoomControlsRootProps) {
  const messages = useMessages();
  const roving = useRovingFocus();
  return useRenderElement(
    'div',
    props,
    {},
    {
      ...roving,
      className: 'parlour-controls',
      role: 'toolbar',
      'aria-label': messages['controls.label'],
    },
  );
}
