'use client';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePreJoinContext } from '../PreJoinContext.ts';

/** What the join button shows as `data-*`. */
export interface PreJoinJoinState {
  /** `onJoin` is at work. */
  readonly pending: boolean;
}

export type PreJoinJoinProps = PartProps<'button', PreJoinJoinState>;

/** Joins. It keeps the focus while joining is pending. Renders a `<button>`. */
export function PreJoinJoin(props: PreJoinJoinProps) {
  const messages = useMessages();
  const { joining } = usePreJoinContext();
  return useRenderElement(
    'button',
    props,
    { pending: joining },
    {
      type: 'submit',
      className: 'parlour-button parlour-primary',
      'aria-disabled': joining || undefined,
      'aria-busy': joining || undefined,
      children: messages[joining ? 'prejoin.joining' : 'prejoin.join'],
    },
  );
}
