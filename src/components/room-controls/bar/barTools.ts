import { useOpen } from '../../../ui/index.ts';
import { useControl } from './useControl.ts';

/** What a control that comes later needs of what is there with the bar. */
export const barTools = { useControl, useOpen };

export type BarTools = typeof barTools;
