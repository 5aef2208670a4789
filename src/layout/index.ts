export type { AspectRatio } from './aspectRatio.ts';
export { computeGrid, type Grid, type GridOptions } from './computeGrid.ts';
export { computeStage, type Stage, type StageOptions } from './computeStage.ts';
export type { Rectangle } from './Rectangle.ts';
