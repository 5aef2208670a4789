export { complain } from './complain.ts';
export { mergeProps } from './mergeProps.ts';
export type { PartProps, PartTag, RenderProp } from './PartProps.ts';
export { stateAttributes } from './stateAttributes.ts';
export { useRenderElement } from './useRenderElement.ts';
export { useRovingFocus } from './useRovingFocus.ts';
