/** What is louder than this fills the meter: as loud as one speaks. */
const LOUD = 0.3;

/**
 * How loud a track is, from 0 to 1, with each frame that the page paints.
 *
 * @returns Undoes it.
 */
export function watchLevel(track: MediaStreamTrack, show: (level: number) => void): () => void {
  if (typeof AudioContext === 'undefined') return () => {};
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  // It stays suspended until somebody has clicked: there is nothing to show until then.
  context.resume().catch(() => {});
  let frame = requestAnimationFrame(look);
  function look() {
    analyser.getFloatTimeDomainData(samples);
    let peak = 0;
    for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
    show(Math.min(1, peak / LOUD));
    frame = requestAnimationFrame(look);
  }
  return () => {
    cancelAnimationFrame(frame);
    show(0);
    void context.close();
  };
}
