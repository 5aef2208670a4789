'use client';
import Check from 'lucide-react/icons/check';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useCallRatingContext } from '../CallRatingContext.ts';
import type { RatingReason } from '../useRating.ts';

export type CallRatingReasonsProps = Omit<PartProps<'fieldset', Record<never, never>>, 'children'>;

const WORDS = {
  sound: 'media.sound',
  picture: 'media.picture',
  screen: 'rating.screen',
  connection: 'rating.connection',
  delay: 'rating.delay',
  echo: 'rating.echo',
} as const;
const REASONS = Object.keys(WORDS) as RatingReason[];

/** What could have been better. Renders a `<fieldset>`, or nothing until there are stars, and when nothing could be better. */
export function CallRatingReasons(props: CallRatingReasonsProps) {
  const messages = usePanelMessages();
  const { rating, change } = useCallRatingContext();
  const { stars, reasons } = rating;
  const toggle = (reason: RatingReason) =>
    change({ reasons: reasons.includes(reason) ? reasons.filter((one) => one !== reason) : [...reasons, reason] });
  const element = useRenderElement(
    'fieldset',
    props,
    {},
    {
      className: 'parlour-rating-reasons',
      children: (
        <>
          <legend className="parlour-rating-legend">{messages['rating.reasons']}</legend>
          {REASONS.map((reason) => (
            <label key={reason} className="parlour-rating-reason">
              <input
                type="checkbox"
                className="parlour-visually-hidden"
                checked={reasons.includes(reason)}
                onChange={() => toggle(reason)}
              />
              {reasons.includes(reason) && <Check className="parlour-rating-check" aria-hidden />}
              {messages[WORDS[reason]]}
            </label>
          ))}
        </>
      ),
    },
  );
  return stars > 0 && stars < 5 ? element : null;
}
