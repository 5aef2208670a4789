'use client';
import type { ReactNode, Ref } from 'react';
import { type Device, useCanPublish } from '../../hooks/index.ts';
import { useMessages } from '../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../ui/index.ts';

/** What the toggle of a device shows as `data-*`. */
export interface DeviceToggleState {
  readonly device: 'microphone' | 'camera' | 'screen';
  readonly enabled: boolean;
  /** It is being opened. */
  readonly pending: boolean;
  /** It could not be opened; the title says why. */
  readonly failed: boolean;
  /** A moderator keeps it off; the title says so. */
  readonly censored: boolean;
}

export type DeviceToggleProps = PartProps<'button', DeviceToggleState>;

interface OwnProps {
  kind: DeviceToggleState['device'];
  device: Device;
  /** Shown while it is on, and while it is off. */
  icons: { readonly on: ReactNode; readonly off: ReactNode };
  /** Of a bar that has to know its element. */
  buttonRef?: Ref<HTMLButtonElement>;
  props: DeviceToggleProps;
}

const SOURCE = { microphone: 'audio', camera: 'video', screen: 'presentation' } as const;

/** What the toggles of microphone, camera and screen have in common. Renders a `<button>`. */
export function DeviceToggle({ kind, device, icons, buttonRef, props }: OwnProps) {
  const messages = useMessages();
  const allowed = useCanPublish(SOURCE[kind]);
  const { enabled, pending, error, censored, buttonProps } = device;
  // Closing the browser's own dialog is an answer, not a failure.
  const problem = error && error.code !== 'device-dismissed' ? messages[`error.${error.code}`] : null;
  const blocked = censored
    ? messages['controls.censored'](censored.reason ?? '')
    : allowed
      ? null
      : messages['controls.notAllowed'];
  const action = messages[`controls.${kind}${enabled ? 'Off' : 'On'}`];
  return useRenderElement(
    'button',
    props,
    { device: kind, enabled, pending, failed: problem !== null, censored: censored !== null },
    {
      ...buttonProps,
      ...(buttonRef && { ref: buttonRef }),
      className: 'parlour-button parlour-device-toggle',
      disabled: (!allowed || censored !== null) && !enabled,
      'aria-label': messages[`controls.${kind}`],
      title: blocked ?? problem ?? action,
      children: enabled ? icons.on : icons.off,
    },
  );
}
