'use client';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';

export type ParticipantTileNameProps = PartProps<'span', Record<never, never>>;

/** The person's name, or whose screen it is. Renders a `<span>`. */
export function ParticipantTileName(props: ParticipantTileNameProps) {
  const { label } = useTileContext();
  return useRenderElement('span', props, {}, { className: 'parlour-tile-name', dir: 'auto', children: label });
}
