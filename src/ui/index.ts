export { mergeProps } from './mergeProps.ts';
export type { PartProps, PartTag, RenderProp } from './PartProps.ts';
export { stateAttributes } from './stateAttributes.ts';
export { useMergedRef } from './useMergedRef.ts';
export { useRenderElement } from './useRenderElement.ts';
export { type RovingFocus, useRovingFocus } from './useRovingFocus.ts';
