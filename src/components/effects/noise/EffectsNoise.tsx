'use client';
import { useSyncExternalStore } from 'react';
import { supportsNoiseSuppression } from '../../../effects/support.ts';
import type { AudioProcessor } from '../../../engine/index.ts';
import { useRoomStore } from '../../../hooks/index.ts';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import type { EffectsOptions } from '../EffectsOptions.ts';
import { EffectOutcome } from '../outcome/EffectOutcome.tsx';
import { type EffectStatus, useEffectChoice } from '../useEffectChoice.ts';

/** What the switch of noise suppression shows as `data-*`. */
export interface EffectsNoiseState {
  readonly status: EffectStatus;
}

export interface EffectsNoiseProps
  extends Omit<PartProps<'div', EffectsNoiseState>, 'children'>,
    Pick<EffectsOptions, 'files'> {}

const NOISE = 'noise-suppression';
const never = () => () => {};

/**
 * Takes what is not your voice out of your sound, or not. Renders a `<div>` with a checkbox, or nothing where the browser
 * cannot do it.
 */
export function EffectsNoise(props: EffectsNoiseProps) {
  const supported = useSyncExternalStore(never, supportsNoiseSuppression, () => false);
  return supported ? <Noise {...props} /> : null;
}

function Noise({ files, ...props }: EffectsNoiseProps) {
  const messages = usePanelMessages();
  const { devices } = useRoomStore().commands;
  const choice = useEffectChoice<AudioProcessor>({
    device: 'microphone',
    apply: (processor) => devices.setAudioEffect(processor),
    make: (_value, { noiseSuppression }) => noiseSuppression(files ? { files } : {}),
    readName: (name) => name,
  });
  const { status, value, choose } = choice;
  return useRenderElement(
    'div',
    props,
    { status },
    {
      className: 'parlour-effect',
      children: (
        <>
          <label className="parlour-effect-switch">
            <input
              type="checkbox"
              checked={value === NOISE}
              onChange={({ currentTarget }) => choose(currentTarget.checked ? NOISE : null)}
            />
            <span>{messages['effects.noise']}</span>
          </label>
          <EffectOutcome choice={choice} waiting={messages['effects.waitsMicrophone']} />
        </>
      ),
    },
  );
}
