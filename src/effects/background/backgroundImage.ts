import type { VideoProcessor } from '../../media/index.ts';
import type { EffectFiles } from '../effectFiles.ts';
import { processBackground } from './processBackground.ts';

export interface BackgroundImageOptions {
  /** Where the files are, if not beside the package's code. */
  readonly files?: Partial<EffectFiles>;
}

/**
 * Shows a picture in place of what is behind the person, as large as fills the frame. All of it happens in this browser.
 *
 * @param image - Its address, or the picture itself: a file that the person chose, say.
 */
export function backgroundImage(image: string | URL | Blob, { files }: BackgroundImageOptions = {}): VideoProcessor {
  return {
    kind: 'video',
    name: 'background-image',
    async process(track, context) {
      const picture = await load(image, context.signal);
      return processBackground(track, context, { image: picture }, files);
    },
  };
}

async function load(image: string | URL | Blob, signal: AbortSignal): Promise<ImageBitmap> {
  if (image instanceof Blob) return createImageBitmap(image);
  const response = await fetch(image, { signal });
  if (!response.ok) throw new Error(`The picture ${image} cannot be loaded: ${response.status}. Check its address.`);
  return createImageBitmap(await response.blob());
}
