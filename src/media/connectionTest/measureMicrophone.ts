/** How long a signal is waited for, in milliseconds, and how often it is looked for. */
const LISTEN_MS = 2_000;
const LOOK_MS = 50;
/** Any microphone hisses louder than this; one that is muted by a switch gives pure silence. */
const SILENCE = 1e-5;

/**
 * The loudest that a microphone hears while it is listened to, from 0 to 1; at once when there is any signal. Null where
 * the browser lets nothing be measured before somebody has clicked.
 */
export async function measureMicrophone(track: MediaStreamTrack, signal: AbortSignal): Promise<number | null> {
  const context = new AudioContext();
  try {
    // It stays suspended, without an error, until somebody clicks.
    await Promise.race([context.resume(), pause(LOOK_MS * 4)]);
    if (context.state !== 'running') return null;
    const analyser = context.createAnalyser();
    const source = context.createMediaStreamSource(new MediaStream([track]));
    source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let peak = 0;
    for (let waited = 0; waited < LISTEN_MS && peak <= SILENCE && !signal.aborted; waited += LOOK_MS) {
      await pause(LOOK_MS);
      analyser.getFloatTimeDomainData(samples);
      for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
    }
    source.disconnect();
    return peak <= SILENCE ? 0 : Math.min(1, peak);
  } finally {
    await context.close();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
