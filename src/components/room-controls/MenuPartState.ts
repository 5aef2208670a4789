/** What a button with a menu shows as `data-*`. */
export interface MenuPartState {
  /** The menu is open. */
  readonly open: boolean;
}
