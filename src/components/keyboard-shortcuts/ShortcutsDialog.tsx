'use client';
import { usePanelMessages } from '../../i18n/index.ts';
import type { OpenChangeReason } from '../../ui/index.ts';
import { ModalDialog } from '../dialog/ModalDialog.tsx';
import type { ShortcutAction, ShortcutKeys } from './shortcuts.ts';

export interface ShortcutsDialogProps {
  opener: HTMLElement;
  keys: ShortcutKeys;
  enabled: boolean;
  onEnabledChange: (enabled: boolean) => void;
  onClose: (reason: OpenChangeReason) => void;
}

const LABELS = {
  talk: 'shortcuts.talk',
  microphone: 'controls.microphone',
  camera: 'controls.camera',
  hand: 'shortcuts.hand',
  help: 'shortcuts.help',
} as const satisfies Record<ShortcutAction, string>;

/** Which key does what, and whether keys do anything. */
export function ShortcutsDialog({ opener, keys, enabled, onEnabledChange, onClose }: ShortcutsDialogProps) {
  const messages = usePanelMessages();
  const rows = (Object.entries(keys) as [ShortcutAction, string | null][]).filter(([, key]) => key !== null);
  return (
    <ModalDialog
      opener={opener}
      title={messages['shortcuts.title']}
      closeLabel={messages['dialog.close']}
      onClose={onClose}
    >
      <dl className="parlour-shortcuts">
        {rows.map(([action, key]) => (
          <div key={action} className="parlour-shortcuts-row" data-disabled={enabled ? undefined : ''}>
            <dt>{messages[LABELS[action]]}</dt>
            <dd className="parlour-shortcuts-keys">
              <kbd className="parlour-shortcuts-key">
                {key === ' ' ? messages['shortcuts.space'] : key?.toLocaleUpperCase()}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
      <label className="parlour-shortcuts-switch">
        <input
          type="checkbox"
          className="parlour-shortcuts-box"
          checked={enabled}
          onChange={({ target }) => onEnabledChange(target.checked)}
        />
        {messages['shortcuts.enabled']}
      </label>
    </ModalDialog>
  );
}
