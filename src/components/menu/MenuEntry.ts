import type { ReactNode } from 'react';

interface MenuEntryBase {
  /** Unique in its menu. */
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean | undefined;
}

/** Does something, and closes the menu. */
export interface MenuAction extends MenuEntryBase {
  readonly kind?: 'action' | undefined;
  /** Says less important things beside the label: a key, say. */
  readonly hint?: string | undefined;
  /** Shown as a warning: it cannot be undone. */
  readonly danger?: boolean | undefined;
  /** It opens something else. That is done when the menu has closed, so that the focus stays there. */
  readonly opens?: boolean | undefined;
  /** The menu stays open. */
  readonly stay?: boolean | undefined;
  readonly onSelect: () => void;
}

/** Is on or off. */
export interface MenuToggle extends MenuEntryBase {
  readonly kind: 'toggle';
  readonly checked: boolean;
  readonly onSelect: () => void;
}

/** One of several, under a heading: its label. */
export interface MenuChoice extends MenuEntryBase {
  readonly kind: 'choice';
  readonly value: string | null;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly icon?: ReactNode;
    readonly disabled?: boolean | undefined;
  }[];
  readonly onValueChange: (value: string) => void;
}

/** A line between entries. */
export interface MenuLine {
  readonly kind: 'line';
  readonly id: string;
}

/** What a menu has in it. */
export type MenuEntry = MenuAction | MenuToggle | MenuChoice | MenuLine;
