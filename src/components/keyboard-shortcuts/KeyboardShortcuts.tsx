'use client';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { asRoomError } from '../../errors/index.ts';
import { useRoomStore } from '../../hooks/index.ts';
import { usePanelMessages } from '../../i18n/index.ts';
import css from '../../styles/lazy/keyboard-shortcuts.css?inline';
import { type OpenProps, popupContainer, useOpen } from '../../ui/index.ts';
import { usePanelStyles } from '../panel/usePanelStyles.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { defaultKeys, type ShortcutAction, type ShortcutKeys } from './shortcuts.ts';
import { useShortcutKeys } from './useShortcutKeys.ts';

export interface KeyboardShortcutsProps extends OpenProps {
  /** Other keys, as `KeyboardEvent.key` says them; null: none. @default space to talk, M, V, H and ? */
  keys?: Partial<ShortcutKeys> | undefined;
  /** Keys count while the focus is in this element. @default the whole page */
  within?: RefObject<HTMLElement | null> | undefined;
  /** Whether they count; people turn them off and on in the dialog. @default true */
  defaultEnabled?: boolean | undefined;
  /** Called when somebody turns them off or on: to keep it for the next time. */
  onEnabledChange?: ((enabled: boolean) => void) | undefined;
}

/**
 * Keys for the microphone, the camera and the hand, one to talk while it is held, and a dialog that shows them, where they
 * can be turned off (WCAG 2.1.4). They mean nothing while one writes, in menus and in dialogs. What a key has done is said
 * to screen readers. `open` and `onOpenChange` are those of the dialog.
 */
export function KeyboardShortcuts(props: KeyboardShortcutsProps) {
  const { keys: others, within, defaultEnabled = true, onEnabledChange, ...openProps } = props;
  usePanelStyles(css);
  const messages = usePanelMessages();
  const { open, setOpen } = useOpen(openProps);
  const [enabled, setEnabled] = useState(defaultEnabled);
  const [told, setTold] = useState('');
  const keys = useMemo(() => ({ ...defaultKeys, ...others }), [others]);
  const [marker, setMarker] = useState<HTMLElement | null>(null);
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const { commands, getState } = useRoomStore();
  const talking = useRef(false);

  // What there is when a key is pressed is read then: nothing here renders when a device or a hand changes.
  const isOn = (name: 'microphone' | 'camera') => getState().devices[name].status === 'on';
  const change = async (name: 'microphone' | 'camera', on: boolean) => {
    const device = commands.devices[name];
    const label = messages[`controls.${name}`];
    try {
      await (on ? device.enable() : device.disable());
      setTold(messages[on ? 'shortcuts.isOn' : 'shortcuts.isOff'](label));
    } catch (error) {
      setTold(messages[`error.${asRoomError(error).code}`]);
    }
  };
  const moveHand = async () => {
    const { raisedHands, localParticipantId } = getState();
    const raised = raisedHands.some(({ participantId }) => participantId === localParticipantId);
    try {
      await (raised ? commands.hands.lower() : commands.hands.raise());
    } catch (error) {
      setTold(messages[`error.${asRoomError(error).code}`]);
    }
  };
  const run: Record<Exclude<ShortcutAction, 'talk'>, () => void> = {
    microphone: () => void change('microphone', !isOn('microphone')),
    camera: () => void change('camera', !isOn('camera')),
    hand: () => void moveHand(),
    help: () => {
      const { activeElement: active, body } = marker?.ownerDocument ?? document;
      setOpener(active instanceof HTMLElement && active !== body ? active : null);
      setOpen(true, 'trigger');
    },
  };
  useShortcutKeys(within, enabled ? keys : null, {
    onPress: (action) => run[action](),
    onTalk: (pressed) => {
      // Who is heard anyway goes on being heard when the key is let go.
      if (pressed === talking.current || (pressed && isOn('microphone'))) return;
      talking.current = pressed;
      void change('microphone', pressed);
    },
  });

  const at = opener ?? within?.current ?? marker;
  return (
    <>
      {/* Said here and not by an attribute: a page that shows spans as blocks would show this one. */}
      <span ref={setMarker} className="parlour-shortcuts-marker" style={{ display: 'none' }} />
      {/* Beside what it stands in: in a bar it would be taken for what the bar says. */}
      {marker &&
        createPortal(
          <span className="parlour-shortcuts-told" role="status">
            {told}
          </span>,
          popupContainer(marker),
        )}
      {open && at && (
        <ShortcutsDialog
          opener={at}
          keys={keys}
          enabled={enabled}
          onEnabledChange={(to) => {
            setEnabled(to);
            onEnabledChange?.(to);
          }}
          onClose={(reason) => {
            setOpener(null);
            setOpen(false, reason);
          }}
        />
      )}
    </>
  );
}
