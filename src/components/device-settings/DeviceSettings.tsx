'use client';
import { DeviceProblems } from '../device-problems/DeviceProblems.tsx';
import { PreJoinCameraOff } from '../pre-join/camera-off/PreJoinCameraOff.tsx';
import { PreJoinPreview } from '../pre-join/preview/PreJoinPreview.tsx';
import { DeviceSettingsContents } from './DeviceSettingsContents.tsx';
import { DeviceSettingsMeter } from './meter/DeviceSettingsMeter.tsx';
import { DeviceSettingsRoot, type DeviceSettingsRootProps } from './root/DeviceSettingsRoot.tsx';
import {
  DeviceSettingsCamera,
  DeviceSettingsMicrophone,
  DeviceSettingsSpeaker,
} from './select/DeviceSettingsSelect.tsx';
import { DeviceSettingsSpeakerTest } from './speaker-test/DeviceSettingsSpeakerTest.tsx';

type DeviceSettingsProps = Omit<DeviceSettingsRootProps, 'children'>;

function DefaultDeviceSettings(props: DeviceSettingsProps) {
  return (
    <DeviceSettingsRoot {...props}>
      <DeviceSettingsContents problems={<DeviceProblems />} />
    </DeviceSettingsRoot>
  );
}

/**
 * Chooses devices, and shows at once whether they work: your picture, how loud you are, a sound to hear, and what is wrong.
 * Works before the room is connected, too. Parts: `Root`, `Preview`, `CameraOff`, `Camera`, `Microphone`, `Meter`,
 * `Speaker`, `SpeakerTest`, `Problems`.
 */
export const DeviceSettings = /* @__PURE__ */ Object.assign(DefaultDeviceSettings, {
  Root: DeviceSettingsRoot,
  Preview: PreJoinPreview,
  CameraOff: PreJoinCameraOff,
  Camera: DeviceSettingsCamera,
  Microphone: DeviceSettingsMicrophone,
  Meter: DeviceSettingsMeter,
  Speaker: DeviceSettingsSpeaker,
  SpeakerTest: DeviceSettingsSpeakerTest,
  Problems: DeviceProblems,
});
