'use client';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from '../../../styles/lazy/device-settings.css?inline';
import { adoptStyleSheet, type PartProps, useRenderElement } from '../../../ui/index.ts';

export interface DeviceSettingsRootProps extends PartProps<'div', Record<never, never>> {
  children?: ReactNode;
}

/** What belongs to choosing devices. Renders a `<div>`. */
export function DeviceSettingsRoot(props: DeviceSettingsRootProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (ref.current) adoptStyleSheet(ref.current.ownerDocument, styles);
  }, []);
  return useRenderElement('div', props, {}, { ref, className: 'parlour-device-settings' });
}
