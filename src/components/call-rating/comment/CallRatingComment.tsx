'use client';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useCallRatingContext } from '../CallRatingContext.ts';

export type CallRatingCommentProps = PartProps<'textarea', Record<never, never>>;

/** Takes what else there is to say. Renders a `<textarea>`, or nothing until there are stars. */
export function CallRatingComment(props: CallRatingCommentProps) {
  const messages = usePanelMessages();
  const { rating, change } = useCallRatingContext();
  const element = useRenderElement(
    'textarea',
    props,
    {},
    {
      className: 'parlour-input parlour-rating-comment',
      'aria-label': messages['rating.comment'],
      placeholder: messages['rating.comment'],
      // What stands in an empty field is written as the page is.
      dir: rating.comment === '' ? undefined : 'auto',
      rows: 3,
      maxLength: 2000,
      value: rating.comment,
      onChange: (event) => change({ comment: event.currentTarget.value }),
    },
  );
  return rating.stars > 0 ? element : null;
}
