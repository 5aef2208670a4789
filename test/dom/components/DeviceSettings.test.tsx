import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { DeviceSettings } from '../../../src/components/device-settings/DeviceSettings.tsx';
import { inRoom } from '../support/inRoom.tsx';

afterEach(() => void vi.unstubAllGlobals());

it('the test of the speaker says that no sound can be made, and can be tried again', async () => {
  const make = vi.fn(() => {
    throw new DOMException('No device.', 'NotSupportedError');
  });
  vi.stubGlobal('AudioContext', make);
  render(inRoom(<DeviceSettings.SpeakerTest />, {}));
  await userEvent.click(screen.getByRole('button', { name: 'Test speaker' }));
  const button = screen.getByRole('button', { name: 'No sound could be played. Try again' });
  expect(button).toHaveAttribute('data-failed', '');
  await userEvent.click(button);
  expect(make).toHaveBeenCalledTimes(2);
});

it('the test of the speaker says so while it sounds, and when its device is lost', async () => {
  let context: EventTarget | null = null;
  const gain = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() };
  vi.stubGlobal(
    'AudioContext',
    class extends EventTarget {
      currentTime = 0;
      close = async () => {};
      createMediaStreamDestination = () => ({ stream: { getTracks: () => [] } });
      constructor() {
        super();
        context = this;
      }
    },
  );
  vi.stubGlobal(
    'GainNode',
    class {
      gain = gain;
      connect = () => {};
    },
  );
  vi.stubGlobal(
    'OscillatorNode',
    class {
      frequency = gain;
      connect = () => {};
      start = () => {};
      stop = () => {};
    },
  );
  render(inRoom(<DeviceSettings.SpeakerTest />, {}));
  const button = screen.getByRole('button');
  await userEvent.click(button);
  expect(button).toHaveAttribute('data-playing', '');
  act(() => void (context as EventTarget | null)?.dispatchEvent(new Event('error')));
  expect(button).not.toHaveAttribute('data-playing');
  expect(button).toHaveAttribute('data-failed', '');
});
