'use client';
import Ban from 'lucide-react/icons/ban';
import Check from 'lucide-react/icons/check';
import CircleUserRound from 'lucide-react/icons/circle-user-round';
import ImagePlus from 'lucide-react/icons/image-plus';
import { type ReactNode, useId, useSyncExternalStore } from 'react';
import { supportsBackground } from '../../../effects/support.ts';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import type { EffectsOptions } from '../EffectsOptions.ts';
import { EffectOutcome } from '../outcome/EffectOutcome.tsx';
import type { EffectStatus } from '../useEffectChoice.ts';
import { paintings } from './paintings.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { BLUR, OWN, useBackground } from './useBackground.ts';

/** What the choice of a background shows as `data-*`. */
export interface EffectsBackgroundState {
  readonly status: EffectStatus;
}

export interface EffectsBackgroundProps
  extends Omit<PartProps<'div', EffectsBackgroundState>, 'children'>,
    EffectsOptions {}

interface Option {
  readonly value: string | null;
  readonly label: string;
  readonly picture: ReactNode;
}

const never = () => () => {};

/**
 * Chooses what others see behind you: what is there, the same blurred, a picture, or one of your own. Renders a `<div>`
 * with the role `group`, or nothing where the browser cannot do it.
 */
export function EffectsBackground(props: EffectsBackgroundProps) {
  const supported = useSyncExternalStore(never, supportsBackground, () => false);
  return supported ? <Backgrounds {...props} /> : null;
}

function Backgrounds({ pictures, ownPicture = true, files, ...props }: EffectsBackgroundProps) {
  const messages = usePanelMessages();
  const name = useId();
  const choice = useBackground({ pictures, files });
  const { status, value, own, choose, takeOwn } = choice;
  const options: readonly Option[] = [
    { value: null, label: messages['effects.none'], picture: <Ban aria-hidden /> },
    { value: BLUR, label: messages['effects.blur'], picture: <CircleUserRound aria-hidden /> },
    ...(pictures?.map(({ id, label, src, thumbnail }) => ({
      value: id,
      label,
      picture: <Thumbnail of={thumbnail ?? (src instanceof Blob ? src : `${src}`)} />,
    })) ??
      paintings.map((painting) => ({
        value: painting.id,
        label: messages[`effects.${painting.id}`],
        picture: <Thumbnail of={painting} />,
      }))),
    ...(own ? [{ value: OWN, label: messages['effects.own'], picture: <Thumbnail of={own} /> }] : []),
  ];
  return useRenderElement(
    'div',
    props,
    { status },
    {
      className: 'parlour-effect',
      role: 'group',
      'aria-labelledby': `${name}title`,
      children: (
        <>
          <span id={`${name}title`} className="parlour-effect-title">
            {messages['effects.background']}
          </span>
          <div className="parlour-backgrounds" role="radiogroup" aria-labelledby={`${name}title`}>
            {options.map((option) => (
              <label key={option.value} className="parlour-background">
                <input
                  type="radio"
                  className="parlour-visually-hidden"
                  name={name}
                  checked={value === option.value}
                  onChange={() => choose(option.value)}
                />
                <span className="parlour-background-picture">
                  {option.picture}
                  {value === option.value && <Check className="parlour-background-check" aria-hidden />}
                </span>
                <span className="parlour-background-name">{option.label}</span>
              </label>
            ))}
            {ownPicture && (
              <label className="parlour-background">
                <input
                  type="file"
                  accept="image/*"
                  className="parlour-visually-hidden"
                  onChange={({ currentTarget }) => {
                    const [picture] = currentTarget.files ?? [];
                    if (picture) takeOwn(picture);
                    // The same one may be taken again.
                    currentTarget.value = '';
                  }}
                />
                <span className="parlour-background-picture">
                  <ImagePlus aria-hidden />
                </span>
                <span className="parlour-background-name">{messages['effects.choose']}</span>
              </label>
            )}
          </div>
          <EffectOutcome choice={choice} waiting={messages['effects.waitsCamera']} />
        </>
      ),
    },
  );
}
