'use client';
import { type Device, useCamera, useMicrophone, useScreenShare } from '../../hooks/index.ts';
import { useMessages } from '../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../ui/index.ts';

/** What the list of problems shows as `data-*`. */
export interface DeviceProblemsState {
  /** There is nothing to tell; the element is empty, so that what comes is announced. */
  readonly empty: boolean;
}

export type DeviceProblemsProps = PartProps<'div', DeviceProblemsState>;

const reason = ({ error }: Device) => (error && error.code !== 'device-dismissed' ? error.code : null);

/** Says in words why a microphone, camera or screen could not be opened. Renders a `<div>` with the role `status`. */
export function DeviceProblems(props: DeviceProblemsProps) {
  const messages = useMessages();
  const problems = [
    { label: messages['controls.microphone'], code: reason(useMicrophone()) },
    { label: messages['controls.camera'], code: reason(useCamera()) },
    { label: messages['controls.screen'], code: reason(useScreenShare()) },
  ];
  const lines = problems.flatMap(({ label, code }) =>
    code ? (
      <p key={label} className="parlour-device-problem">
        <strong>{label}:</strong> {messages[`error.${code}`]}
      </p>
    ) : (
      []
    ),
  );
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
