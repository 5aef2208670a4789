'use client';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useCallRatingContext } from '../CallRatingContext.ts';

/** What the button shows as `data-*`. */
export interface CallRatingSubmitState {
  readonly pending: boolean;
}

export type CallRatingSubmitProps = PartProps<'button', CallRatingSubmitState>;

/** Sends the rating. Renders a `<button>`, or nothing until there are stars. */
export function CallRatingSubmit(props: CallRatingSubmitProps) {
  const messages = usePanelMessages();
  const { rating, status } = useCallRatingContext();
  const pending = status === 'sending';
  const element = useRenderElement(
    'button',
    props,
    { pending },
    {
      type: 'submit',
      className: 'parlour-button parlour-primary',
      'aria-busy': pending || undefined,
      children: messages['rating.send'],
    },
  );
  return rating.stars > 0 ? element : null;
}
