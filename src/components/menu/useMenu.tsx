'use client';
import {
  type MouseEvent,
  type ReactElement,
  type RefObject,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type OpenProps, useOpen } from '../../ui/index.ts';
import { lazyPart } from '../lazy-part/lazyPart.tsx';
import type { MenuEntry } from './MenuEntry.ts';

/** Every menu. */
export const MenuPopup = /* @__PURE__ */ lazyPart(async () => (await import('./MenuPopup.tsx')).MenuPopup, {
  placement: 'popup',
});

export interface MenuOptions extends OpenProps {
  label: string;
  /** Asked for in each render once it was open. */
  entries: () => readonly MenuEntry[];
  /** What it stands beside where its button cannot be seen. */
  standIn?: (() => HTMLElement | null) | undefined;
  /** The button's own ref, where it has one. */
  buttonRef?: RefObject<HTMLButtonElement | null> | undefined;
  /** Entries in a row, by their icons. @default false */
  inRow?: boolean | undefined;
}

/** A button's menu: props for the button, and the menu to render beside it. */
export interface OwnMenu {
  readonly open: boolean;
  readonly toggle: (event?: MouseEvent) => void;
  readonly ref: RefObject<HTMLButtonElement | null>;
  /** To spread on the button. */
  readonly buttonProps: {
    readonly 'aria-haspopup': 'menu';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
    readonly onClick: (event: MouseEvent) => void;
    readonly onPointerEnter: () => unknown;
    readonly onFocus: () => unknown;
  };
  readonly popup: ReactElement | null;
}

/** In a test's DOM nothing has a size, and all counts as seen. */
const canBeSeen = (element: HTMLElement) => element.checkVisibility?.() ?? true;

/** A menu whose code is fetched when its button is pressed first. */
export function useMenu({ label, entries, standIn, inRow, buttonRef, ...opening }: MenuOptions): OwnMenu {
  const { open, setOpen } = useOpen(opening);
  const id = useId();
  const ownRef = useRef<HTMLButtonElement>(null);
  const ref = buttonRef ?? ownRef;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);

  const findAnchor = useEffectEvent(() => {
    const button = ref.current;
    setAnchor(button && canBeSeen(button) ? button : (standIn?.() ?? button));
  });
  useLayoutEffect(() => {
    if (open) findAnchor();
  }, [open]);

  const [atFirst, setAtFirst] = useState(false);
  const toggle = (event?: MouseEvent) => {
    // A click without a pointer is one by the keyboard, which goes on at the first entry.
    setAtFirst(!event || event.detail === 0);
    setOpen(!open, 'trigger');
  };
  return {
    open,
    toggle,
    ref,
    buttonProps: {
      'aria-haspopup': 'menu',
      'aria-expanded': open,
      'aria-controls': open && anchor ? id : undefined,
      onClick: toggle,
      onPointerEnter: MenuPopup.preload,
      onFocus: MenuPopup.preload,
    },
    popup: anchor && (
      <MenuPopup
        anchor={anchor}
        trigger={ref.current ?? anchor}
        id={id}
        label={label}
        entries={entries()}
        open={open}
        setOpen={setOpen}
        inRow={inRow}
        atFirst={atFirst}
      />
    ),
  };
}
