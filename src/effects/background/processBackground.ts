import { roomError } from '../../errors/index.ts';
import type { ProcessedTrack, ProcessingContext, ProcessingCost } from '../../media/index.ts';
import { addressOf, type EffectFiles } from '../effectFiles.ts';
import { supportsBackground } from '../support.ts';
import { type CopiedFrames, copyFrames } from './copyFrames.ts';
import { openFrameStreams } from './frameStreams.ts';
import type { Background, FromWorker, ToWorker } from './messages.ts';

/** Has a worker of its own cut the person out of each picture of a track, and put something else behind. */
export async function processBackground(
  source: MediaStreamTrack,
  { signal, failed }: ProcessingContext,
  background: Background,
  files?: Partial<EffectFiles>,
): Promise<ProcessedTrack> {
  if (!supportsBackground()) {
    throw roomError('browser-unsupported', 'This browser cannot change the background. Use a current one.');
  }
  const worker = new Worker(addressOf('backgroundWorker', files), { type: 'module' });
  const tell = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const streams = openFrameStreams(source);
  let copied: CopiedFrames | null = null;
  let cost: ProcessingCost | null = null;
  const stop = () => {
    worker.terminate();
    streams?.track.stop();
    copied?.stop();
  };
  signal.addEventListener('abort', stop);

  const ready = new Promise<void>((resolve, reject) => {
    const broke = (message: string) => {
      const error = roomError('effect-failed', `The background cannot be changed: ${message}`);
      reject(error);
      failed(error);
    };
    worker.addEventListener('error', (event) => broke(event.message || 'its worker does not load. Is it served?'));
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'ready') resolve();
      else if (data.type === 'failed') broke(data.message);
      else if (data.type === 'cost') cost = { msPerFrame: data.msPerFrame, framesPerSecond: data.framesPerSecond };
      else copied?.draw(data.picture);
    });
    signal.addEventListener('abort', () => reject(roomError('aborted')));
  });
  try {
    const frames = streams && { from: streams.from, to: streams.to };
    const start = {
      engine: addressOf('segmenterEngine', files),
      model: addressOf('segmenterModel', files),
      background,
    };
    // Streams are moved; the picture is copied, since the effect may be used for another track later.
    tell({ type: 'start', ...start, ...(frames && { frames }) }, frames ? [frames.from, frames.to] : []);
    await ready;
    if (!streams) copied = await copyFrames(source, (picture) => tell({ type: 'picture', picture }, [picture]));
  } catch (error) {
    stop();
    throw error;
  }
  return { track: (streams ?? copied)?.track ?? source, cost: () => cost, stop };
}
