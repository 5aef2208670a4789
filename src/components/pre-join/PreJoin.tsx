'use client';
import { useMessages } from '../../i18n/index.ts';
import { DeviceProblems } from '../device-problems/DeviceProblems.tsx';
import { CameraToggle } from '../device-toggle/CameraToggle.tsx';
import { MicrophoneToggle } from '../device-toggle/MicrophoneToggle.tsx';
import type { EffectsOptions } from '../effects/EffectsOptions.ts';
import { RoomControlsEffects } from '../room-controls/effects/RoomControlsEffects.tsx';
import { RoomControlsSettings } from '../room-controls/settings/RoomControlsSettings.tsx';
import { PreJoinCameraOff } from './camera-off/PreJoinCameraOff.tsx';
import { PreJoinJoin } from './join/PreJoinJoin.tsx';
import { PreJoinNameInput } from './name-input/PreJoinNameInput.tsx';
import { PreJoinNameLabel } from './name-label/PreJoinNameLabel.tsx';
import { PreJoinPreview } from './preview/PreJoinPreview.tsx';
import { PreJoinProblem } from './problem/PreJoinProblem.tsx';
import { PreJoinRoot, type PreJoinRootProps } from './root/PreJoinRoot.tsx';

export interface PreJoinProps extends Omit<PreJoinRootProps, 'children'> {
  /** What is offered of effects; false for none. @default all that the browser can do */
  effects?: EffectsOptions | false | undefined;
}

function DefaultPreJoin({ effects, ...props }: PreJoinProps) {
  const messages = useMessages();
  return (
    <PreJoinRoot {...props}>
      <div className="parlour-prejoin-stage">
        <PreJoinPreview />
        <PreJoinCameraOff />
        <div className="parlour-prejoin-devices">
          <MicrophoneToggle />
          <CameraToggle />
          {effects !== false && <RoomControlsEffects {...effects} />}
          <RoomControlsSettings />
        </div>
      </div>
      <div className="parlour-prejoin-fields">
        <h2 className="parlour-prejoin-heading">{messages['prejoin.heading']}</h2>
        <PreJoinNameLabel />
        <PreJoinNameInput />
        <PreJoinProblem />
        <PreJoinJoin />
        <DeviceProblems help="steps" />
      </div>
    </PreJoinRoot>
  );
}

/**
 * The lobby: how you will look, your name, and whether microphone and camera are on; which devices they are, how loud you
 * are and whether you hear something is in a dialog, your background and less noise in another. It opens no device by
 * itself: call `room.devices.camera.enable()` in the event that brings people here, if you want that.
 *
 * Parts: `Root`, `Preview`, `CameraOff`, `Microphone`, `Camera`, `Effects`, `Settings`, `NameLabel`, `NameInput`, `Problem`,
 * `DeviceProblems`, `Join`.
 */
export const PreJoin = /* @__PURE__ */ Object.assign(DefaultPreJoin, {
  Root: PreJoinRoot,
  Preview: PreJoinPreview,
  CameraOff: PreJoinCameraOff,
  Microphone: MicrophoneToggle,
  Camera: CameraToggle,
  Effects: RoomControlsEffects,
  Settings: RoomControlsSettings,
  NameLabel: PreJoinNameLabel,
  NameInput: PreJoinNameInput,
  Problem: PreJoinProblem,
  DeviceProblems,
  Join: PreJoinJoin,
});
