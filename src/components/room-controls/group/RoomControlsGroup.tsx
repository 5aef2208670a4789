'use client';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

/** What a group of controls shows as `data-*`. */
export interface RoomControlsGroupState {
  /** They are one thing: a button and its menu. */
  readonly joined: boolean;
}

export interface RoomControlsGroupProps extends PartProps<'div', RoomControlsGroupState> {
  /** Shown as one: a button and its menu. @default false */
  joined?: boolean | undefined;
}

/** Controls that belong together, apart from the others. Renders a `<div>`. */
export function RoomControlsGroup({ joined = false, ...props }: RoomControlsGroupProps) {
  return useRenderElement('div', props, { joined }, { className: 'parlour-controls-group' });
}
