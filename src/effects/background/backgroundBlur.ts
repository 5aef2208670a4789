import type { VideoProcessor } from '../../media/index.ts';
import type { EffectFiles } from '../effectFiles.ts';
import { processBackground } from './processBackground.ts';

export interface BackgroundBlurOptions {
  /** How far the background is blurred, in pixels of a picture of 720 lines. @default 14 */
  readonly radius?: number;
  /** Where the files are, if not beside the package's code. */
  readonly files?: Partial<EffectFiles>;
}

/** Blurs what is behind the person. All of it happens in this browser. */
export function backgroundBlur({ radius = 14, files }: BackgroundBlurOptions = {}): VideoProcessor {
  return {
    kind: 'video',
    name: 'background-blur',
    process: (track, context) => processBackground(track, context, { blur: radius }, files),
  };
}
