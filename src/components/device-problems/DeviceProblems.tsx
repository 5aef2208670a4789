'use client';
import { useCamera, useMicrophone, useScreenShare, useSpeaker } from '../../hooks/index.ts';
import { type Messages, useMessages } from '../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../ui/index.ts';

/** What the list of problems shows as `data-*`. */
export interface DeviceProblemsState {
  /** There is nothing to tell; the element is empty, so that what comes is announced. */
  readonly empty: boolean;
}

export type DeviceProblemsProps = PartProps<'div', DeviceProblemsState>;

/** What hooks tell of a device; not all have all of it. */
type Told = Partial<
  Pick<ReturnType<typeof useMicrophone>, 'error' | 'muted' | 'lost' | 'devices' | 'deviceId' | 'track'>
>;

function problemOf(messages: Messages, { error, muted, lost, devices, deviceId, track }: Told): string | null {
  // Closing the browser's own dialog is an answer, not a failure.
  if (error) return error.code === 'device-dismissed' ? null : messages[`error.${error.code}`];
  if (muted) return messages['device.muted'];
  const used = track?.label || devices?.find((device) => device.deviceId === deviceId)?.label;
  return lost && used ? messages['device.replaced'](lost, used) : null;
}

/**
 * Says in words why a microphone, camera, screen or speaker cannot be used, and which one has taken the place of one
 * that was unplugged. Renders a `<div>` with the role `status`.
 */
export function DeviceProblems(props: DeviceProblemsProps) {
  const messages = useMessages();
  const problems = [
    { label: messages['controls.microphone'], told: useMicrophone() },
    { label: messages['controls.camera'], told: useCamera() },
    { label: messages['controls.screen'], told: { error: useScreenShare().error } },
    { label: messages['controls.speaker'], told: useSpeaker() },
  ];
  const lines = problems.flatMap(({ label, told }) => {
    const problem = problemOf(messages, told);
    if (problem === null) return [];
    return (
      <p key={label} className="parlour-device-problem">
        <strong className="parlour-device-problem-label">{label}:</strong> {problem}
      </p>
    );
  });
  return useRenderElement(
    'div',
    props,
    { empty: lines.length === 0 },
    {
      className: 'parlour-device-problems',
      role: 'status',
      children: lines,
    },
  );
}
