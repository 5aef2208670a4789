'use client';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement, useRovingFocus } from '../../../ui/index.ts';
import { BarContext } from '../bar/BarContext.ts';
import { ControlsBar } from '../bar/ControlsBar.ts';

export interface RoomControlsRootProps extends PartProps<'div', Record<never, never>> {
  children?: ReactNode;
}

/**
 * A bar of buttons that is one stop of the Tab key; the arrow keys, Home and End move within it. What does not fit goes
 * into the menu of `RoomControls.More`, if there is one. Renders a `<div>` with the role `toolbar`.
 */
export function RoomControlsRoot(props: RoomControlsRootProps) {
  const messages = useMessages();
  const roving = useRovingFocus();
  const [bar] = useState(() => new ControlsBar());
  const { ref } = roving;

  useLayoutEffect(() => (ref.current ? bar.watch(ref.current) : undefined), [bar, ref]);

  const element = useRenderElement(
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
  return <BarContext value={bar}>{element}</BarContext>;
}
