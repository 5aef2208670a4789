'use client';
import { laterPart } from '../../lazy-part/laterPart.tsx';
import { barTools } from '../bar/barTools.ts';
import type { RoomControlsEffectsProps } from './EffectsButton.tsx';

const EffectsButton = /* @__PURE__ */ laterPart(
  async () => (await import('../../device-settings/devicePieces.ts')).EffectsButton,
);

/**
 * The dialog of effects: your background, and less noise. Renders a `<button>` as soon as its code is there, or nothing
 * where the browser can do neither. An effect's own code is fetched when it is chosen.
 */
export function RoomControlsEffects(props: RoomControlsEffectsProps) {
  return <EffectsButton props={props} tools={barTools} />;
}
