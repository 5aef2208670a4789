'use client';
import Sparkles from 'lucide-react/icons/sparkles';
import { type ReactElement, useSyncExternalStore } from 'react';
import { supportsBackground, supportsNoiseSuppression } from '../../../effects/support.ts';
import { useRoomState } from '../../../hooks/index.ts';
import { usePanelMessages } from '../../../i18n/index.ts';
import { EffectsDialog } from '../../effects/EffectsDialog.tsx';
import type { EffectsOptions } from '../../effects/EffectsOptions.ts';
import type { BarTools } from '../bar/barTools.ts';
import type { MenuPartState } from '../MenuPartState.ts';
import { type DialogPartProps, useDialogPart } from '../useDialogPart.tsx';

/** What the button of effects shows as `data-*`. */
export interface RoomControlsEffectsState extends MenuPartState {
  /** An effect is on. */
  readonly pressed: boolean;
  /** One is being started. */
  readonly pending: boolean;
  /** One could not be applied, or was given up because the machine is too busy. */
  readonly failed: boolean;
}

export interface RoomControlsEffectsProps extends DialogPartProps<RoomControlsEffectsState>, EffectsOptions {}

interface EffectsButtonProps {
  readonly tools: BarTools;
  readonly props: RoomControlsEffectsProps;
}

const never = () => () => {};
const isSupported = () => supportsBackground() || supportsNoiseSuppression();

/** The button of effects, where the browser can do any. */
export function EffectsButton(props: EffectsButtonProps): ReactElement | null {
  return useSyncExternalStore(never, isSupported, () => false) ? <SupportedEffects {...props} /> : null;
}

function SupportedEffects({ props: { pictures, ownPicture, files, ...props }, tools }: EffectsButtonProps) {
  const messages = usePanelMessages();
  const standing = useRoomState('devices', ({ devices: { camera, microphone } }) =>
    [camera, microphone].map(({ effect }) => effect?.status).join(),
  );
  return useDialogPart(
    {
      tools,
      id: 'effects',
      label: messages['effects.label'],
      icon: <Sparkles aria-hidden />,
      className: 'parlour-button parlour-control parlour-device-toggle',
      state: {
        pressed: /on/.test(standing),
        pending: /starting/.test(standing),
        failed: /failed|stopped/.test(standing),
      },
      dialog: (opener, onClose) => <EffectsDialog {...{ opener, onClose, pictures, ownPicture, files }} />,
    },
    props,
  );
}
