'use client';
import Star from 'lucide-react/icons/star';
import { useId } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useCallRatingContext } from '../CallRatingContext.ts';

export type CallRatingStarsProps = Omit<PartProps<'div', Record<never, never>>, 'children'>;

const STARS = [1, 2, 3, 4, 5];

/** One to five stars, of which one is chosen: by a click or with the arrow keys. Renders a `<div>` with the role `radiogroup`. */
export function CallRatingStars(props: CallRatingStarsProps) {
  const messages = usePanelMessages();
  const { rating, change } = useCallRatingContext();
  const name = useId();
  return useRenderElement(
    'div',
    props,
    {},
    {
      className: 'parlour-rating-stars',
      role: 'radiogroup',
      'aria-label': messages['rating.title'],
      children: STARS.map((stars) => (
        <label key={stars} className="parlour-rating-star" data-filled={stars <= rating.stars ? '' : undefined}>
          <input
            type="radio"
            className="parlour-visually-hidden"
            name={name}
            value={stars}
            checked={rating.stars === stars}
            aria-label={messages['rating.stars'](stars)}
            onChange={() => change({ stars })}
          />
          <Star aria-hidden />
        </label>
      )),
    },
  );
}
