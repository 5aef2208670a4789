'use client';
import { useConnection } from '../../../hooks/index.ts';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useBannerPhase } from '../ConnectionBannerContext.ts';

export type ConnectionBannerDescriptionProps = PartProps<'p', Record<never, never>>;

/** What will happen, or which try it is. It changes with each try, so that it is not announced. Renders a `<p>`, or nothing. */
export function ConnectionBannerDescription(props: ConnectionBannerDescriptionProps) {
  const messages = useMessages();
  const phase = useBannerPhase();
  const connection = useConnection();
  const attempt = connection.status === 'reconnecting' ? connection.attempt : 0;
  const children =
    phase === 'offline'
      ? messages['banner.offlineHint']
      : phase === 'reconnecting' && attempt > 1
        ? messages['banner.attempt'](attempt)
        : null;
  const element = useRenderElement('p', props, {}, { className: 'parlour-banner-description', children });
  return children ? element : null;
}
