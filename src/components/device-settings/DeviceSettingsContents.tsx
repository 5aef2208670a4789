'use client';
import type { ReactNode } from 'react';
import { PreJoinCameraOff } from '../pre-join/camera-off/PreJoinCameraOff.tsx';
import { PreJoinPreview } from '../pre-join/preview/PreJoinPreview.tsx';
import { DeviceSettingsMeter } from './meter/DeviceSettingsMeter.tsx';
import {
  DeviceSettingsCamera,
  DeviceSettingsMicrophone,
  DeviceSettingsSpeaker,
} from './select/DeviceSettingsSelect.tsx';
import { DeviceSettingsSpeakerTest } from './speaker-test/DeviceSettingsSpeakerTest.tsx';

/** All parts of the choice of devices. What is wrong is shown by a part that is loaded with the room, and handed in. */
export function DeviceSettingsContents({ problems }: { readonly problems: ReactNode }) {
  return (
    <>
      <div className="parlour-prejoin-stage">
        <PreJoinPreview />
        <PreJoinCameraOff />
      </div>
      <DeviceSettingsCamera />
      <DeviceSettingsMicrophone />
      <DeviceSettingsMeter />
      <DeviceSettingsSpeaker />
      <DeviceSettingsSpeakerTest />
      {problems}
    </>
  );
}
