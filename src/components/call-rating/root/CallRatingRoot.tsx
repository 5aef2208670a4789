'use client';
import { useId } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import css from '../../../styles/lazy/call-rating.css?inline';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePanelStyles } from '../../panel/usePanelStyles.ts';
import { CallRatingContext } from '../CallRatingContext.ts';
import { type Rating, type RatingStatus, useRating } from '../useRating.ts';

/** What a rating shows as `data-*`. */
export interface CallRatingState {
  readonly status: RatingStatus;
  /** Stars have been given. */
  readonly rated: boolean;
}

export interface CallRatingRootProps extends Omit<PartProps<'form', CallRatingState>, 'onSubmit'> {
  /** Keeps the rating, by a request say. What it throws is told, and can be tried again. */
  onSubmit: (rating: Rating) => unknown;
}

/** Asks how the call was, and thanks. Renders a `<form>`. */
export function CallRatingRoot({ onSubmit, children, ...props }: CallRatingRootProps) {
  usePanelStyles(css);
  const messages = usePanelMessages();
  const form = useRating(onSubmit);
  const titleId = useId();
  const { status, rating } = form;
  const element = useRenderElement(
    'form',
    props,
    { status, rated: rating.stars > 0 },
    {
      className: 'parlour-rating',
      'aria-labelledby': titleId,
      onSubmit: (event) => {
        event.preventDefault();
        form.submit();
      },
      children: (
        <>
          <h2 id={titleId} className="parlour-rating-title">
            {messages['rating.title']}
          </h2>
          {status !== 'sent' && children}
          <p className="parlour-rating-outcome" role="status">
            {status === 'sent' && messages['rating.thanks']}
            {status === 'failed' && messages['rating.failed']}
          </p>
        </>
      ),
    },
  );
  return <CallRatingContext value={form}>{element}</CallRatingContext>;
}
