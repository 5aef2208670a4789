/** A place in a box, in pixels from the box's top and from its inline start (left, or right in right-to-left). */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
