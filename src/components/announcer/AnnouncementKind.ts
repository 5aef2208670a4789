/** What is announced to who cannot see the room. */
export type AnnouncementKind = 'joined' | 'left' | 'hand' | 'waiting' | 'message' | 'recording' | 'moderation';

/** `polite` waits until the screen reader has finished, `assertive` interrupts it, `off` is not announced. */
export type Announcing = 'polite' | 'assertive' | 'off';

/** How each kind is announced, where it differs from the default. */
export type AnnouncementSettings = Readonly<Partial<Record<AnnouncementKind, Announcing>>>;

/** What somebody else did can wait; what was done to oneself cannot. */
export const DEFAULT_SETTINGS: Readonly<Record<AnnouncementKind, Announcing>> = {
  joined: 'polite',
  left: 'polite',
  hand: 'polite',
  waiting: 'polite',
  message: 'polite',
  recording: 'polite',
  moderation: 'assertive',
};

/** One sentence. */
export interface Announcement {
  readonly kind: AnnouncementKind;
  readonly text: string;
}
