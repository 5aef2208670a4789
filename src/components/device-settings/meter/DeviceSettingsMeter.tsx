'use client';
import { useEffect, useRef } from 'react';
import { useMicrophone } from '../../../hooks/index.ts';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { watchLevel } from './watchLevel.ts';

/** What a meter shows as `data-*`. */
export interface DeviceSettingsMeterState {
  /** The microphone is on. */
  readonly active: boolean;
}

export type DeviceSettingsMeterProps = PartProps<'div', DeviceSettingsMeterState>;

/**
 * How loud your microphone hears you, at once and without any render: the level is the custom property
 * `--parlour-audio-level`, from 0 to 1. Renders a `<div>` with the role `meter`.
 */
export function DeviceSettingsMeter(props: DeviceSettingsMeterProps) {
  const messages = usePanelMessages();
  const { track } = useMicrophone();
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = ref.current;
    if (!element || !track) return;
    return watchLevel(track, (level) => {
      element.style.setProperty('--parlour-audio-level', level.toFixed(2));
      element.setAttribute('aria-valuenow', `${Math.round(level * 100)}`);
    });
  }, [track]);

  return useRenderElement(
    'div',
    props,
    { active: track !== null },
    {
      ref,
      className: 'parlour-meter',
      role: 'meter',
      'aria-label': messages['device.level'],
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      'aria-valuenow': 0,
    },
  );
}
