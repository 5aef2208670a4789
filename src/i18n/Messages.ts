import type { RoomErrorCode } from '../errors/index.ts';
import type { DisconnectReason } from '../protocol/index.ts';
import type { en } from './en.ts';
import type { enMenus } from './enMenus.ts';
import type { enPanels } from './enPanels.ts';

/** These are looked up by the code or the reason: a new one without words does not compile. */
type LookedUp = Record<`error.${RoomErrorCode}` | `disconnected.${DisconnectReason}`, string>;

type WordsOf<English> = {
  readonly [Key in keyof English]: English[Key] extends (...parameters: infer Parameters) => string
    ? (...parameters: Parameters) => string
    : string;
};

/** The words that are there from the start. */
export type Messages = LookedUp & WordsOf<typeof en>;

/** The words of what is loaded when it is first opened. In English they come with it, unless somebody has replaced them. */
export type PanelMessages = WordsOf<typeof enPanels>;

/** A part of a language that has a file of its own: effects, the help with permissions, a tile’s menu, keys, who waits. */
export type MenuMessages = Pick<AllMessages, keyof typeof enMenus | 'device.busy'>;

/** All words of a language, by key. What depends on a number or a name is a function of it. */
export type AllMessages = Messages & PanelMessages;
