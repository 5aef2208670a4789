/** A line of captions, as the application has it of whoever or whatever writes them. */
export interface Caption {
  /** Stays the same while the words of a line are still coming. */
  readonly id: string;
  readonly text: string;
  /** Who speaks: somebody in the room. */
  readonly participantId?: string;
  /** Who speaks, where it is nobody in the room, or is called otherwise. */
  readonly speaker?: string;
  /** The language of the words, as a BCP 47 tag. */
  readonly lang?: string;
}

/** What captions show as `data-*`. */
export interface CaptionsState {
  readonly size: 'small' | 'medium' | 'large';
  /** Nobody says anything. */
  readonly empty: boolean;
}
