'use client';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { actionOf, type ShortcutAction, type ShortcutKeys } from './shortcuts.ts';

/** What is done when keys are pressed and let go. */
export interface ShortcutHandlers {
  readonly onPress: (action: Exclude<ShortcutAction, 'talk'>) => void;
  /** From the moment the key is held until it is let go, or the window is left. */
  readonly onTalk: (talking: boolean) => void;
}

/** Listens for keys while the focus is in an element, or anywhere on the page. */
export function useShortcutKeys(
  within: RefObject<HTMLElement | null> | undefined,
  keys: ShortcutKeys | null,
  { onPress, onTalk }: ShortcutHandlers,
): void {
  const press = useEffectEvent(onPress);
  const talk = useEffectEvent(onTalk);
  const find = useEffectEvent((event: KeyboardEvent) => (keys === null ? null : actionOf(event, keys)));
  const enabled = keys !== null;

  useEffect(() => {
    const place = within?.current ?? document;
    const view = (within?.current?.ownerDocument ?? document).defaultView;
    if (!enabled || !view) return;
    let held: string | null = null;
    const release = () => {
      if (held === null) return;
      held = null;
      talk(false);
    };
    const onKeyDown = (event: Event) => {
      const action = find(event as KeyboardEvent);
      if (action === null) return;
      // The space bar would scroll the page.
      event.preventDefault();
      const { code, repeat } = event as KeyboardEvent;
      if (repeat) return;
      if (action !== 'talk') return press(action);
      held = code;
      talk(true);
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.code === held) release();
    };
    place.addEventListener('keydown', onKeyDown);
    // Wherever the focus has gone meanwhile.
    view.addEventListener('keyup', onKeyUp, true);
    view.addEventListener('blur', release);
    return () => {
      release();
      place.removeEventListener('keydown', onKeyDown);
      view.removeEventListener('keyup', onKeyUp, true);
      view.removeEventListener('blur', release);
    };
  }, [within, enabled]);
}
