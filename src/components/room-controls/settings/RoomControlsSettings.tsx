'use client';
import { DeviceProblems } from '../../device-problems/DeviceProblems.tsx';
import { laterPart } from '../../lazy-part/laterPart.tsx';
import { barTools } from '../bar/barTools.ts';
import type { DialogPartProps } from '../useDialogPart.tsx';

const SettingsButton = /* @__PURE__ */ laterPart(
  async () => (await import('../../device-settings/devicePieces.ts')).SettingsButton,
);

/**
 * The dialog of devices: your picture, which devices, how loud you are, a sound to hear. Renders a `<button>` as soon as
 * its code is there.
 */
export function RoomControlsSettings(props: DialogPartProps) {
  return <SettingsButton props={props} tools={barTools} problems={<DeviceProblems />} />;
}
