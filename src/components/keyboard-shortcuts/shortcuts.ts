/** What can be done by a key of its own. */
export type ShortcutAction = 'microphone' | 'camera' | 'hand' | 'talk' | 'help';

/** A key for each action, as `KeyboardEvent.key` says it; null: there is none. */
export type ShortcutKeys = Readonly<Record<ShortcutAction, string | null>>;

export const defaultKeys: ShortcutKeys = { talk: ' ', microphone: 'm', camera: 'v', hand: 'h', help: '?' };

const WRITES = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';
/** Where letters find entries, and where a dialog asks for something else. */
const KEEPS_LETTERS = `${WRITES}, dialog, [role="dialog"], [role="menu"], [role="listbox"], [role="grid"], [role="tree"]`;
const IS_PRESSED = 'button, a[href], summary, video[controls], audio[controls], [role="button"], [role="tab"]';

/** The key that was pressed; where it bears no Latin letter, the one that stands there on a Latin keyboard. */
function keyOf({ key, code }: KeyboardEvent): string {
  const latin = /^[\x20-\x7e]$/.test(key);
  return (latin || !code.startsWith('Key') ? key : code.slice('Key'.length)).toLowerCase();
}

/**
 * The action of a key, null if it means something else there: while one writes, in menus and dialogs, and for the space
 * bar where it presses a button.
 */
export function actionOf(event: KeyboardEvent, keys: ShortcutKeys): ShortcutAction | null {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  const key = keyOf(event);
  if (target?.closest(KEEPS_LETTERS) || (key === ' ' && target?.closest(IS_PRESSED))) return null;
  const found = Object.entries(keys).find(([, wanted]) => wanted?.toLowerCase() === key);
  return (found?.[0] as ShortcutAction | undefined) ?? null;
}
