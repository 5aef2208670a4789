'use client';
import { usePanelMessages } from '../../../i18n/index.ts';
import css from '../../../styles/lazy/notifications.css?inline';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { usePanelStyles } from '../../panel/usePanelStyles.ts';

/** What notifications show as `data-*`. */
export interface NotificationsState {
  /** There is nothing to tell. */
  readonly empty: boolean;
}

export interface NotificationsRootProps extends PartProps<'div', NotificationsState> {
  /** There is nothing to tell. @default false */
  empty?: boolean | undefined;
}

/** Where notifications stand. Renders a `<div>`, a region while there is something in it. */
export function NotificationsRoot({ empty = false, ...props }: NotificationsRootProps) {
  usePanelStyles(css);
  const messages = usePanelMessages();
  return useRenderElement(
    'div',
    props,
    { empty },
    {
      className: 'parlour-notifications',
      ...(!empty && { role: 'region', 'aria-label': messages['notifications.label'] }),
    },
  );
}
