'use client';
import { useId } from 'react';
import { useCamera, useMicrophone, useSpeaker } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

type Kind = 'microphone' | 'camera' | 'speaker';
type Choosable = Pick<ReturnType<typeof useSpeaker>, 'devices' | 'selectProps'>;

/** What the choice of a device shows as `data-*`. */
export interface DeviceSettingsSelectState {
  readonly device: Kind;
}

export type DeviceSettingsSelectProps = PartProps<'div', DeviceSettingsSelectState>;

function Select({ kind, device, props }: { kind: Kind; device: Choosable; props: DeviceSettingsSelectProps }) {
  const messages = useMessages();
  const id = useId();
  const { devices, selectProps } = device;
  const name = messages[`controls.${kind}`];
  // Before one was allowed, nobody can tell them apart.
  const known = devices.filter(({ deviceId }) => deviceId !== '');
  return useRenderElement(
    'div',
    props,
    { device: kind },
    {
      className: 'parlour-device-field',
      children: (
        <>
          <label htmlFor={id} className="parlour-device-name">
            {name}
          </label>
          <select id={id} className="parlour-input parlour-select" {...selectProps}>
            {known.length === 0 && <option value={selectProps.value}>{messages['device.default']}</option>}
            {known.map(({ deviceId, label }, index) => (
              <option key={deviceId} value={deviceId}>
                {label || `${name} ${index + 1}`}
              </option>
            ))}
          </select>
        </>
      ),
    },
  );
}

/** Chooses the microphone. Renders a `<div>` with a label and a `<select>`. */
export function DeviceSettingsMicrophone(props: DeviceSettingsSelectProps) {
  return <Select kind="microphone" device={useMicrophone()} props={props} />;
}

/** Chooses the camera. Renders a `<div>` with a label and a `<select>`. */
export function DeviceSettingsCamera(props: DeviceSettingsSelectProps) {
  return <Select kind="camera" device={useCamera()} props={props} />;
}

/** Chooses the speaker. Renders a `<div>` with a label and a `<select>`. */
export function DeviceSettingsSpeaker(props: DeviceSettingsSelectProps) {
  return <Select kind="speaker" device={useSpeaker()} props={props} />;
}
