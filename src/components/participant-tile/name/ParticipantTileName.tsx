'use client';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';
import { useTileName } from '../useTileName.ts';

export type ParticipantTileNameProps = PartProps<'span', Record<never, never>>;

/** The person's name, or whose screen it is. Renders a `<span>`. */
export function ParticipantTileName(props: ParticipantTileNameProps) {
  const { participantId, streamKey } = useTileContext();
  const name = useTileName(participantId, streamKey);
  return useRenderElement('span', props, {}, { className: 'parlour-tile-name', dir: 'auto', children: name });
}
