/** A composition cannot be made, however often it is tried. The message is the `failure_reason` that people read. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
}
