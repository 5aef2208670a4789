// The worker that changes backgrounds. It is built into one file, effects/files/backgroundWorker.js.
import { Compositor } from './Compositor.ts';
import type { FromWorker, Picture, ToWorker } from './messages.ts';
import { onlyFrom } from './onlyFrom.ts';
import { Segmenter } from './Segmenter.ts';

/** How often the page is told what it costs, in milliseconds. */
const TELL = 1_000;

const page = globalThis as unknown as Pick<DedicatedWorkerGlobalScope, 'postMessage' | 'addEventListener'>;
interface DedicatedWorkerGlobalScope {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const failed = (error: unknown) =>
  page.postMessage({ type: 'failed', message: error instanceof Error ? error.message : `${error}` });

let compose: ((picture: Picture) => OffscreenCanvas) | null = null;

async function start({ engine, model, background, frames }: Extract<ToWorker, { type: 'start' }>): Promise<void> {
  onlyFrom([engine, model]);
  const segmenter = await Segmenter.load(engine, model);
  const compositor = new Compositor(background);
  let [since, count, spent] = [performance.now(), 0, 0];
  compose = (picture) => {
    const began = performance.now();
    const canvas = compositor.compose(picture, segmenter.maskOf(picture));
    const now = performance.now();
    count += 1;
    spent += now - began;
    if (now - since >= TELL) {
      page.postMessage({ type: 'cost', msPerFrame: spent / count, framesPerSecond: (count * 1000) / (now - since) });
      [since, count, spent] = [now, 0, 0];
    }
    return canvas;
  };
  page.postMessage({ type: 'ready' });
  if (frames) await pump(frames.from.getReader(), frames.to.getWriter(), compose);
}

async function pump(
  from: ReadableStreamDefaultReader<VideoFrame>,
  to: WritableStreamDefaultWriter<VideoFrame>,
  composed: (picture: Picture) => OffscreenCanvas,
): Promise<void> {
  for (;;) {
    const { value: frame, done } = await from.read();
    if (done) return;
    const { timestamp } = frame;
    const canvas = composed(frame);
    frame.close();
    await to.write(new VideoFrame(canvas, { timestamp }));
  }
}

page.addEventListener('message', ({ data }) => {
  if (data.type === 'start') start(data).catch(failed);
  else if (compose) {
    try {
      const picture = compose(data.picture).transferToImageBitmap();
      data.picture.close();
      page.postMessage({ type: 'picture', picture }, [picture]);
    } catch (error) {
      failed(error);
    }
  }
});
