/**
 * Whether a track gives anything: it has not ended, the application has not disabled it, and the system does not mute
 * it. A shared screen counts as muted by nobody: browsers say so of one that stands still or is minimised.
 */
export function sends({ readyState, enabled, muted }: MediaStreamTrack, content?: 'motion' | 'detail'): boolean {
  return readyState !== 'ended' && enabled && (!muted || content === 'detail');
}
