'use client';
import { useMessages } from '../../i18n/index.ts';
import { DeviceProblems } from '../device-problems/DeviceProblems.tsx';
import { CameraToggle } from '../device-toggle/CameraToggle.tsx';
import { MicrophoneToggle } from '../device-toggle/MicrophoneToggle.tsx';
import { RoomControlsSettings } from '../room-controls/settings/RoomControlsSettings.tsx';
import { PreJoinCameraOff } from './camera-off/PreJoinCameraOff.tsx';
import { PreJoinJoin } from './join/PreJoinJoin.tsx';
import { PreJoinNameInput } from './name-input/PreJoinNameInput.tsx';
import { PreJoinNameLabel } from './name-label/PreJoinNameLabel.tsx';
import { PreJoinPreview } from './preview/PreJoinPreview.tsx';
import { PreJoinProblem } from './problem/PreJoinProblem.tsx';
import { PreJoinRoot, type PreJoinRootProps } from './root/PreJoinRoot.tsx';

export type PreJoinProps = Omit<PreJoinRootProps, 'children'>;

function DefaultPreJoin(props: PreJoinProps) {
  const messages = useMessages();
  return (
    <PreJoinRoot {...props}>
      <div className="parlour-prejoin-stage">
        <PreJoinPreview />
        <PreJoinCameraOff />
        <div className="parlour-prejoin-devices">
          <MicrophoneToggle />
          <CameraToggle />
          <RoomControlsSettings />
        </div>
      </div>
      <div className="parlour-prejoin-fields">
        <h2 className="parlour-prejoin-heading">{messages['prejoin.heading']}</h2>
        <PreJoinNameLabel />
        <PreJoinNameInput />
        <PreJoinProblem />
        <DeviceProblems />
        <PreJoinJoin />
      </div>
    </PreJoinRoot>
  );
}

/**
 * The lobby: how you will look, your name, and whether microphone and camera are on; which devices they are, how loud you
 * are and whether you hear something is in a dialog. It opens no device
 * by itself: call `room.devices.camera.enable()` in the event that brings people here, if you want that.
 *
 * Parts: `Root`, `Preview`, `CameraOff`, `Microphone`, `Camera`, `Settings`, `NameLabel`, `NameInput`, `Problem`,
 * `DeviceProblems`, `Join`.
 */
export const PreJoin = /* @__PURE__ */ Object.assign(DefaultPreJoin, {
  Root: PreJoinRoot,
  Preview: PreJoinPreview,
  CameraOff: PreJoinCameraOff,
  Microphone: MicrophoneToggle,
  Camera: CameraToggle,
  Settings: RoomControlsSettings,
  NameLabel: PreJoinNameLabel,
  NameInput: PreJoinNameInput,
  Problem: PreJoinProblem,
  DeviceProblems,
  Join: PreJoinJoin,
});
