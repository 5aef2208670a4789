'use client';
import Mic from 'lucide-react/icons/mic';
import Video from 'lucide-react/icons/video';
import Volume2 from 'lucide-react/icons/volume-2';
import type { ReactNode } from 'react';
import { useCamera, useMicrophone, useRoomStore, useSpeaker } from '../../../hooks/index.ts';
import { type Messages, useMessages } from '../../../i18n/index.ts';
import type { MenuChoice, MenuEntry } from '../../menu/MenuEntry.ts';
import type { ControlsBar } from '../bar/ControlsBar.ts';

type Choosable = Pick<ReturnType<typeof useSpeaker>, 'devices' | 'deviceId' | 'choose'>;

function choiceOf(
  messages: Messages,
  id: 'microphone' | 'camera' | 'speaker',
  icon: ReactNode,
  { devices, deviceId, choose }: Choosable,
): MenuChoice {
  // Before one was allowed, nobody can tell them apart.
  const known = devices.filter((device) => device.deviceId !== '');
  const options = known.map((device, index) => ({
    value: device.deviceId,
    label: device.label || `${messages[`controls.${id}`]} ${index + 1}`,
  }));
  const first = options[0]?.value ?? '';
  return {
    kind: 'choice',
    id,
    icon,
    label: messages[`controls.${id}`],
    value: deviceId ?? first,
    options: options.length > 0 ? options : [{ value: '', label: messages['device.default'] }],
    // A failure leaves everything as it was, and is told where problems are.
    onValueChange: (value) => void choose(value || null).catch(() => {}),
  };
}

/** The settings, where the bar has them. */
function settings(bar: ControlsBar | null): MenuEntry[] {
  const entry = bar?.find('settings');
  return entry ? [{ kind: 'line', id: 'line' }, entry] : [];
}

/** What the menu beside the microphone offers: which microphone, which speaker, hearing it, the settings. */
export function useMicrophoneEntries(): (bar: ControlsBar | null) => readonly MenuEntry[] {
  const messages = useMessages();
  const microphone = useMicrophone();
  const speaker = useSpeaker();
  const { audio } = useRoomStore().commands;
  const test = () =>
    void import('../../device-settings/devicePieces.ts').then(
      ({ playTestSound }) => playTestSound(audio, () => {}),
      () => {},
    );
  return (bar) => [
    choiceOf(messages, 'microphone', <Mic aria-hidden />, microphone),
    // Where only the system can choose, there is nothing to choose.
    ...(speaker.devices.length > 0 ? [choiceOf(messages, 'speaker', <Volume2 aria-hidden />, speaker)] : []),
    { kind: 'line', id: 'speaker-line' },
    {
      id: 'test',
      label: messages['device.testSpeaker'],
      icon: <Volume2 aria-hidden />,
      stay: true,
      onSelect: test,
    },
    ...settings(bar),
  ];
}

/** What the menu beside the camera offers: which camera, the settings. */
export function useCameraEntries(): (bar: ControlsBar | null) => readonly MenuEntry[] {
  const messages = useMessages();
  const camera = useCamera();
  return (bar) => [choiceOf(messages, 'camera', <Video aria-hidden />, camera), ...settings(bar)];
}
