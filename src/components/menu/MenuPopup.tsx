'use client';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { Menu } from '@base-ui/react/menu';
import Check from 'lucide-react/icons/check';
import { useRef, useState } from 'react';
import styles from '../../styles/lazy/menu.css?inline';
import { adoptStyleSheet, type OpenChangeReason, popupContainer } from '../../ui/index.ts';
import type { MenuChoice, MenuEntry } from './MenuEntry.ts';

export interface MenuPopupProps {
  /** The menu stands beside it, and gives the focus back to it. */
  anchor: HTMLElement;
  /** Pressing it is not pressing outside: it closes the menu by itself. */
  trigger: HTMLElement;
  id: string;
  label: string;
  entries: readonly MenuEntry[];
  open: boolean;
  setOpen: (open: boolean, reason: OpenChangeReason) => void;
  /** Entries in a row, by their icons. */
  inRow?: boolean | undefined;
  /** It opens with the focus at its first entry. */
  atFirst: boolean;
}

const REASONS: Readonly<Partial<Record<string, OpenChangeReason>>> = {
  'item-press': 'choice',
  'escape-key': 'escape',
  'outside-press': 'outside',
  'focus-out': 'outside',
};

const CHECK = <Check aria-hidden className="parlour-menu-check" />;

function Choice({ entry: { label, icon, value, options, onValueChange } }: { entry: MenuChoice }) {
  return (
    <Menu.Group className="parlour-menu-group">
      <Menu.GroupLabel className="parlour-menu-heading">
        {icon}
        {label}
      </Menu.GroupLabel>
      <Menu.RadioGroup
        className="parlour-menu-group"
        value={value}
        onValueChange={(next: string) => onValueChange(next)}
      >
        {options.map((option) => (
          <Menu.RadioItem
            key={option.value}
            className="parlour-menu-item"
            value={option.value}
            disabled={option.disabled ?? false}
            closeOnClick
          >
            <span className="parlour-menu-mark">{option.value === value ? CHECK : option.icon}</span>
            <span className="parlour-menu-label">{option.label}</span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  );
}

interface EntryProps {
  entry: MenuEntry;
  inRow: boolean;
  /** Does something when the menu has closed. */
  later: (action: () => void) => void;
}

function Entry({ entry, inRow, later }: EntryProps) {
  if (entry.kind === 'line') return <Menu.Separator className="parlour-menu-line" />;
  if (entry.kind === 'choice') return <Choice entry={entry} />;
  const { label, icon, disabled = false, onSelect } = entry;
  if (entry.kind === 'toggle') {
    return (
      <Menu.CheckboxItem
        className="parlour-menu-item"
        checked={entry.checked}
        disabled={disabled}
        closeOnClick
        onCheckedChange={onSelect}
      >
        <span className="parlour-menu-mark">{icon}</span>
        <span className="parlour-menu-label">{label}</span>
        {entry.checked && CHECK}
      </Menu.CheckboxItem>
    );
  }
  return (
    <Menu.Item
      className="parlour-menu-item"
      data-danger={entry.danger ? '' : undefined}
      disabled={disabled}
      closeOnClick={!entry.stay}
      label={label}
      onClick={() => (entry.opens ? later(onSelect) : onSelect())}
      aria-label={inRow ? label : undefined}
      title={inRow ? label : undefined}
    >
      <span className="parlour-menu-mark">{icon}</span>
      {!inRow && <span className="parlour-menu-label">{label}</span>}
      {!inRow && entry.hint && <kbd className="parlour-menu-hint">{entry.hint}</kbd>}
    </Menu.Item>
  );
}

/** A menu, whatever it is for. It is rendered beside its trigger's room, in its theme and its direction. */
export function MenuPopup({
  anchor,
  trigger,
  id,
  label,
  entries,
  open,
  setOpen,
  inRow = false,
  atFirst,
}: MenuPopupProps) {
  const [container] = useState(() => {
    adoptStyleSheet(anchor.ownerDocument, styles);
    return popupContainer(anchor);
  });
  const popup = useRef<HTMLDivElement>(null);
  const waiting = useRef<(() => void) | null>(null);
  const later = (action: () => void) => {
    waiting.current = action;
  };
  const direction = getComputedStyle(anchor).direction === 'rtl' ? 'rtl' : 'ltr';
  return (
    <DirectionProvider direction={direction}>
      <Menu.Root
        open={open}
        modal={false}
        orientation={inRow ? 'horizontal' : 'vertical'}
        onOpenChangeComplete={(opened) => {
          if (opened) {
            if (atFirst) popup.current?.querySelector<HTMLElement>('[role^=menuitem]:not([aria-disabled])')?.focus();
            return;
          }
          waiting.current?.();
          waiting.current = null;
        }}
        onOpenChange={(next, { reason, event }) => {
          // The trigger's own click comes next, and closes it.
          if (!next && event.target instanceof Node && trigger.contains(event.target)) return;
          setOpen(next, REASONS[reason] ?? 'close');
        }}
      >
        <Menu.Portal container={container} className="parlour-popups">
          <Menu.Positioner
            className="parlour-positioner"
            anchor={anchor}
            positionMethod="fixed"
            side="top"
            align="center"
            sideOffset={8}
            collisionPadding={8}
          >
            <Menu.Popup
              ref={popup}
              id={id}
              className="parlour-menu"
              data-row={inRow ? '' : undefined}
              aria-label={label}
              finalFocus={() => anchor}
            >
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} inRow={inRow} later={later} />
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </DirectionProvider>
  );
}
