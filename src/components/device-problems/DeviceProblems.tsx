'use client';
import type { DeviceState } from '../../engine/index.ts';
import { useCamera, useMicrophone, useRoomState, useScreenShare, useSpeaker } from '../../hooks/index.ts';
import { type Messages, useMessages } from '../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../ui/index.ts';
import { laterPart } from '../lazy-part/laterPart.tsx';
import type { PermissionHurdle } from '../permission-help/stepsOf.ts';

/** What the list of problems shows as `data-*`. */
export interface DeviceProblemsState {
  /** There is nothing to tell; the element is empty, so that what comes is announced. */
  readonly empty: boolean;
}

/** Pictures of browsers, which few people need. */
const PermissionHelp = /* @__PURE__ */ laterPart(
  async () => (await import('../device-settings/devicePieces.ts')).PermissionHelp,
);

export interface DeviceProblemsProps extends PartProps<'div', DeviceProblemsState> {
  /**
   * How the browser is told to allow microphone and camera, where it does not or was not answered: step by step below
   * what is wrong (`steps`), behind a button (`button`), or not at all (`none`).
   *
   * @default 'button'
   */
  help?: 'steps' | 'button' | 'none' | undefined;
}

/** What hooks tell of a device; not all have all of it. */
type Told = Partial<
  Pick<ReturnType<typeof useMicrophone>, 'error' | 'muted' | 'lost' | 'devices' | 'deviceId' | 'track'>
> & { readonly effect?: DeviceState['effect'] };

/** A question that was closed without an answer left the device off, and is no error. */
const HURDLES: Readonly<Partial<Record<DeviceState['status'], PermissionHurdle>>> = {
  failed: 'denied',
  off: 'dismissed',
};

const hurdleOf = ({ status, permission }: DeviceState) =>
  HURDLES[status] === permission ? HURDLES[status] : undefined;

function problemOf(messages: Messages, { error, muted, lost, devices, deviceId, track, effect }: Told): string | null {
  // Closing the browser's own dialog is an answer, not a failure.
  if (error) return error.code === 'device-dismissed' ? null : messages[`error.${error.code}`];
  if (muted) return messages['device.muted'];
  if (effect?.status === 'stopped') return messages['device.busy'];
  if (effect?.status === 'failed') return messages[`error.${effect.error.code}`];
  const used = track?.label || devices?.find((device) => device.deviceId === deviceId)?.label;
  return lost && used ? messages['device.replaced'](lost, used) : null;
}

/**
 * Says in words why a microphone, camera, screen or speaker cannot be used, which one has taken the place of one that was
 * unplugged, and that an effect was given up; where the browser does not allow it, how to change that. Renders a `<div>` with the role `status`.
 */
export function DeviceProblems({ help = 'button', ...props }: DeviceProblemsProps) {
  const messages = useMessages();
  const { microphone, camera } = useRoomState('devices', ({ devices }) => devices);
  const hurdle = hurdleOf(microphone) ?? hurdleOf(camera);
  const helped = help !== 'none' && hurdle;
  const problems = [
    { label: messages['controls.microphone'], told: { ...useMicrophone(), effect: microphone.effect } },
    { label: messages['controls.camera'], told: { ...useCamera(), effect: camera.effect } },
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
    { empty: lines.length === 0 && !helped },
    {
      className: 'parlour-device-problems',
      role: 'status',
      children: (
        <>
          {lines}
          {helped && <PermissionHelp hurdle={hurdle} as={help} />}
        </>
      ),
    },
  );
}
