'use client';
import { usePanelMessages } from '../../i18n/index.ts';
import { EffectsBackground } from './background/EffectsBackground.tsx';
import type { EffectsOptions } from './EffectsOptions.ts';
import { EffectsNoise } from './noise/EffectsNoise.tsx';
import { EffectsRoot, type EffectsRootProps } from './root/EffectsRoot.tsx';

export interface EffectsProps extends Omit<EffectsRootProps, 'children'>, EffectsOptions {}

function DefaultEffects({ pictures, ownPicture, files, ...props }: EffectsProps) {
  const messages = usePanelMessages();
  return (
    <EffectsRoot {...props}>
      <EffectsBackground pictures={pictures} ownPicture={ownPicture} files={files} />
      <EffectsNoise files={files} />
      <p className="parlour-effects-hint">{messages['effects.hint']}</p>
    </EffectsRoot>
  );
}

/**
 * Chooses the background that others see, and whether noise is taken out of your sound: what the browser can do of it,
 * and how it stands. Works before the room is connected, too. Parts: `Root`, `Background`, `Noise`.
 */
export const Effects = /* @__PURE__ */ Object.assign(DefaultEffects, {
  Root: EffectsRoot,
  Background: EffectsBackground,
  Noise: EffectsNoise,
});
