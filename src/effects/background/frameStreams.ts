/** What some browsers have beyond TypeScript's own types: https://www.w3.org/TR/mediacapture-transform/. */
interface FrameStreams {
  readonly MediaStreamTrackProcessor?: new (init: {
    readonly track: MediaStreamTrack;
  }) => { readonly readable: ReadableStream<VideoFrame> };
  /** Chromium's, from before the standard: it works on the page, where the track is. */
  readonly MediaStreamTrackGenerator?: new (init: {
    readonly kind: 'video';
  }) => MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> };
}

/** A track's frames and a track that is made of frames; null where the browser gives none to the page. */
export function openFrameStreams(source: MediaStreamTrack) {
  const { MediaStreamTrackProcessor: Reader, MediaStreamTrackGenerator: Writer } = globalThis as FrameStreams;
  if (!Reader || !Writer) return null;
  const track = new Writer({ kind: 'video' });
  return { track, from: new Reader({ track: source }).readable, to: track.writable };
}
