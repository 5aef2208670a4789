'use client';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { use, useLayoutEffect, useSyncExternalStore } from 'react';
import { useMessages } from '../../../i18n/index.ts';
import { type OpenProps, type PartProps, useRenderElement } from '../../../ui/index.ts';
import type { MenuAction, MenuToggle } from '../../menu/MenuEntry.ts';
import { useMenu } from '../../menu/useMenu.tsx';
import { BarContext } from '../bar/BarContext.ts';
import type { MenuPartState } from '../MenuPartState.ts';

export type RoomControlsMoreProps = PartProps<'button', MenuPartState> & OpenProps;

const NONE: readonly (MenuAction | MenuToggle)[] = [];
const nothing = () => () => {};

/** The menu of what is not in the bar. Renders a `<button>`, which is hidden while there is nothing in the menu. */
export function RoomControlsMore({ open: isOpen, defaultOpen, onOpenChange, ...props }: RoomControlsMoreProps) {
  const messages = useMessages();
  const bar = use(BarContext);
  const entries = useSyncExternalStore(
    bar?.subscribe ?? nothing,
    () => bar?.collapsed ?? NONE,
    () => NONE,
  );
  const label = messages['controls.more'];
  const menu = useMenu({ label, entries: () => entries, open: isOpen, defaultOpen, onOpenChange });
  const { ref } = menu;
  useLayoutEffect(() => {
    bar?.setMore(ref.current);
    return () => bar?.setMore(null);
  }, [bar, ref]);

  const button = useRenderElement(
    'button',
    props,
    { open: menu.open },
    {
      ...menu.buttonProps,
      ref,
      type: 'button',
      className: 'parlour-button parlour-control',
      'aria-label': label,
      title: label,
      children: <Ellipsis aria-hidden />,
    },
  );
  return (
    <>
      {button}
      {menu.popup}
    </>
  );
}
