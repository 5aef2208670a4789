export { type AspectRatio, defaultAspectRatio } from './aspectRatio.ts';
export { type CapacityOptions, computeCapacity } from './computeCapacity.ts';
export { computeGrid, type Grid, type GridOptions } from './computeGrid.ts';
export { computeStage, computeStrip, type Stage, type StageOptions } from './computeStage.ts';
export { keepOrder, swap } from './keepOrder.ts';
export { commonTiles, type Packing, packGrid, tileAt } from './packGrid.ts';
export { even, type GridLimits, placeGrid } from './placeGrid.ts';
export type { Rectangle } from './Rectangle.ts';
