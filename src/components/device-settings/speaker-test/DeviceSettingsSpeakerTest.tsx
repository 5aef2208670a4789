'use client';
import Volume2 from 'lucide-react/icons/volume-2';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useSpeakerTest } from '../useSpeakerTest.ts';

/** What the test of the speaker shows as `data-*`. */
export interface DeviceSettingsSpeakerTestState {
  /** The sound is played now. */
  readonly playing: boolean;
  /** The browser said that it can make no sound; the button says so, and tries again. */
  readonly failed: boolean;
}

export type DeviceSettingsSpeakerTestProps = PartProps<'button', DeviceSettingsSpeakerTestState>;

/**
 * Plays three notes by the chosen speaker, for the person to hear: it cannot tell whether they were heard. Renders a
 * `<button>`.
 */
export function DeviceSettingsSpeakerTest(props: DeviceSettingsSpeakerTestProps) {
  const messages = usePanelMessages();
  const { playing, failed, test } = useSpeakerTest();
  return useRenderElement(
    'button',
    props,
    { playing, failed },
    {
      type: 'button',
      className: 'parlour-button parlour-speaker-test',
      'aria-busy': playing || undefined,
      onClick: test,
      children: (
        <>
          <Volume2 aria-hidden />
          <span aria-live="polite">{messages[failed ? 'device.testFailed' : 'device.testSpeaker']}</span>
        </>
      ),
    },
  );
}
