'use client';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useBannerPhase } from '../ConnectionBannerContext.ts';

export type ConnectionBannerTitleProps = PartProps<'p', Record<never, never>>;

const WORDS = {
  offline: 'banner.offline',
  reconnecting: 'connection.reconnecting',
  reconnected: 'banner.reconnected',
} as const;

/** What happens, in a few words that are announced once. Renders a `<p>` with the role `status`. */
export function ConnectionBannerTitle(props: ConnectionBannerTitleProps) {
  const messages = useMessages();
  const phase = useBannerPhase();
  return useRenderElement(
    'p',
    props,
    {},
    { className: 'parlour-banner-title', role: 'status', children: phase && messages[WORDS[phase]] },
  );
}
