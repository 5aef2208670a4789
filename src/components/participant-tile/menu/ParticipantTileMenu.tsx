'use client';
import { laterPart } from '../../lazy-part/laterPart.tsx';
import type { ParticipantTileMenuProps } from './TileMenu.tsx';
import { tileTools } from './tileTools.ts';

const TileMenu = /* @__PURE__ */ laterPart(async () => (await import('./TileMenu.tsx')).TileMenu);

/**
 * What can be done with the tile: pin it, see it as in a mirror or whole, and for moderators mute and remove the person.
 * Renders a `<button>` as soon as its code is there.
 */
export function ParticipantTileMenu(props: ParticipantTileMenuProps) {
  return <TileMenu props={props} tools={tileTools} />;
}
