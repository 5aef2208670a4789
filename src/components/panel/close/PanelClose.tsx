'use client';
import X from 'lucide-react/icons/x';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePanelContext } from '../PanelContext.ts';

export type PanelCloseProps = PartProps<'button', Record<never, never>>;

/** Closes the panel. Renders a `<button>`. */
export function PanelClose(props: PanelCloseProps) {
  const messages = usePanelMessages();
  const { close } = usePanelContext();
  return useRenderElement(
    'button',
    props,
    {},
    {
      type: 'button',
      className: 'parlour-button parlour-quiet',
      'aria-label': messages['panel.close'],
      title: messages['panel.close'],
      onClick: () => close({ reason: 'close' }),
      children: <X aria-hidden />,
    },
  );
}
