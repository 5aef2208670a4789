'use client';
import { useCamera } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';

export type PreJoinCameraOffProps = PartProps<'p', Record<never, never>>;

/** Says that the camera is off. Renders a `<p>`, or nothing while it is on. */
export function PreJoinCameraOff(props: PreJoinCameraOffProps) {
  const messages = useMessages();
  const { enabled } = useCamera();
  const element = useRenderElement(
    'p',
    props,
    {},
    {
      className: 'parlour-prejoin-camera-off',
      children: messages['prejoin.cameraOff'],
    },
  );
  return enabled ? null : element;
}
