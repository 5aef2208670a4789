/** Tells what happens to a track without our doing. @returns Stops it. */
export function watchTrack(track: MediaStreamTrack, on: { ended(): void; muted(muted: boolean): void }): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  track.addEventListener('ended', () => on.ended(), { signal });
  track.addEventListener('mute', () => on.muted(true), { signal });
  track.addEventListener('unmute', () => on.muted(false), { signal });
  return () => abort.abort();
}
