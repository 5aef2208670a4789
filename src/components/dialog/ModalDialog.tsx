'use client';
import X from 'lucide-react/icons/x';
import { type CSSProperties, type ReactNode, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from '../../styles/lazy/dialog.css?inline';
import { adoptStyleSheet, type OpenChangeReason, popupContainer } from '../../ui/index.ts';

/** What gets the focus where it can not go back. */
const FALLBACK = '[data-parlour-fallback-focus], .parlour-stage-list';
/** What buttons look like may be said of a part of a theme only, in which the dialog does not lie. */
const CARRIED = ['--parlour-button-radius', '--parlour-control-size', '--parlour-edge'];

function lookOf(opener: HTMLElement, container: HTMLElement): CSSProperties {
  const [there, here] = [getComputedStyle(opener), getComputedStyle(container)];
  const differing = CARRIED.map((name) => [name, there.getPropertyValue(name)] as const).filter(
    ([name, value]) => value !== '' && value !== here.getPropertyValue(name),
  );
  return Object.fromEntries(differing);
}

export interface ModalDialogProps {
  /** The dialog looks like what is around it, and gives the focus back to it. */
  opener: HTMLElement;
  title: string;
  /** Name of the button that closes it; null for no such button. */
  closeLabel: string | null;
  /** Null: it stays until it is taken away. */
  onClose: ((reason: OpenChangeReason) => void) | null;
  className?: string | undefined;
  /** It asks for something that cannot be undone: pressing beside it does not close it. @default false */
  asking?: boolean | undefined;
  children: ReactNode;
}

/** The browser’s own modal dialog, for as long as it is mounted: it keeps the focus, and Escape closes it. */
export function ModalDialog({ opener, title, closeLabel, onClose, className, asking, children }: ModalDialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [{ container, look }] = useState(() => {
    adoptStyleSheet(opener.ownerDocument, styles);
    const around = popupContainer(opener);
    return { container: around, look: lookOf(opener, around) };
  });

  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => {
      // The browser gives the focus back to what had it; that may have been nothing.
      dialog?.close();
      // What was deleted has taken its button along, and who left theirs.
      const back = opener.isConnected ? opener : container.querySelector<HTMLElement>(FALLBACK);
      back?.focus({ preventScroll: true });
    };
  }, [opener, container]);

  // Events of React go on to what renders this, a toolbar say, which has no part in them.
  const keep = (event: SyntheticEvent) => event.stopPropagation();
  return createPortal(
    <dialog
      ref={ref}
      className={`parlour-dialog${className ? ` ${className}` : ''}`}
      style={look}
      role={asking || !onClose ? 'alertdialog' : undefined}
      aria-labelledby={titleId}
      onKeyDown={keep}
      onFocus={keep}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.('escape');
      }}
      onClose={(event) => {
        // Pressing Escape once more closes it whatever the page says.
        if (!onClose && event.currentTarget.isConnected) event.currentTarget.showModal();
      }}
      onClick={(event) => {
        event.stopPropagation();
        if (!asking && event.target === event.currentTarget) onClose?.('outside');
      }}
    >
      <div className="parlour-dialog-body">
        <header className="parlour-dialog-header">
          <h2 id={titleId} className="parlour-dialog-title">
            {title}
          </h2>
          {!asking && closeLabel !== null && (
            <button
              type="button"
              className="parlour-button parlour-dialog-close"
              aria-label={closeLabel}
              title={closeLabel}
              onClick={() => onClose?.('close')}
            >
              <X aria-hidden />
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>,
    container,
  );
}
