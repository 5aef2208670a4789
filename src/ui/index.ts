export { adoptStyleSheet } from './adoptStyleSheet.ts';
export { complain } from './complain.ts';
export { mergeProps } from './mergeProps.ts';
export type { PartProps, PartTag, RenderProp } from './PartProps.ts';
export { popupContainer } from './popupContainer.ts';
export { stateAttributes } from './stateAttributes.ts';
export { type OpenChangeReason, type OpenProps, useOpen } from './useOpen.ts';
export { useRenderElement } from './useRenderElement.ts';
export { useRovingFocus } from './useRovingFocus.ts';
