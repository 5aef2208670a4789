import { roomError } from '../../errors/index.ts';
import type { AudioProcessor, ProcessedTrack, ProcessingContext, ProcessingCost } from '../../media/index.ts';
import { addressOf, type EffectFiles } from '../effectFiles.ts';
import { supportsNoiseSuppression } from '../support.ts';

/** RNNoise knows this rate only, in samples a second, and frames of 10 ms. */
const SAMPLE_RATE = 48_000;
const FRAMES_PER_SECOND = 100;

type FromWorklet =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'cost'; readonly msPerFrame: number };

/**
 * Takes what is not a voice out of the microphone's sound: keys, fans, a street. It delays the sound by 10 ms. All of it
 * happens in this browser.
 *
 * @param options - `files`: where the worklet is, if not beside the package's code.
 */
export function noiseSuppression({ files }: { readonly files?: Partial<EffectFiles> } = {}): AudioProcessor {
  return {
    kind: 'audio',
    name: 'noise-suppression',
    process: (track, context) => suppressNoise(track, context, addressOf('noiseWorklet', files)),
  };
}

async function suppressNoise(
  source: MediaStreamTrack,
  { signal, failed }: ProcessingContext,
  worklet: string,
): Promise<ProcessedTrack> {
  if (!supportsNoiseSuppression()) {
    throw roomError('browser-unsupported', 'This browser cannot suppress noise. Use a current one.');
  }
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const [track] = out.stream.getAudioTracks();
  let cost: ProcessingCost | null = null;
  const stop = () => {
    track?.stop();
    if (context.state !== 'closed') void context.close();
  };
  signal.addEventListener('abort', stop);
  try {
    await context.audioWorklet.addModule(worklet);
    const suppressor = new AudioWorkletNode(context, 'parlour-noise-suppressor', {
      channelCount: 1,
      channelCountMode: 'explicit',
      outputChannelCount: [1],
    });
    const ready = new Promise<void>((resolve, reject) => {
      const broke = (message: string) => {
        const error = roomError('effect-failed', `Noise cannot be suppressed: ${message}`);
        reject(error);
        failed(error);
      };
      suppressor.onprocessorerror = () => broke('its worklet broke.');
      suppressor.port.onmessage = ({ data }: MessageEvent<FromWorklet>) => {
        if (data.type === 'ready') resolve();
        else if (data.type === 'failed') broke(data.message);
        else cost = { msPerFrame: data.msPerFrame, framesPerSecond: FRAMES_PER_SECOND };
      };
      signal.addEventListener('abort', () => reject(roomError('aborted')));
    });
    new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([source]) })
      .connect(suppressor)
      .connect(out);
    // Until the person has clicked something, browsers may hold sound back; the plain one goes on meanwhile.
    await Promise.all([ready, context.resume()]);
  } catch (error) {
    stop();
    throw error;
  }
  if (!track) throw roomError('effect-failed', 'This browser makes no track of what it plays.');
  return { track, cost: () => cost, stop };
}
