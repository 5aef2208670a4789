// The entry `parlour/effects`: load it when the first effect is asked for.
export type { ProcessedTrack, ProcessingContext, ProcessingCost, TrackProcessor } from '../media/index.ts';
export { type BackgroundBlurOptions, backgroundBlur } from './background/backgroundBlur.ts';
export { type BackgroundImageOptions, backgroundImage } from './background/backgroundImage.ts';
export type { EffectFiles } from './effectFiles.ts';
export { noiseSuppression } from './noise/noiseSuppression.ts';
export { supportsBackground, supportsNoiseSuppression } from './support.ts';
