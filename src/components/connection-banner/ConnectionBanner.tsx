'use client';
import { ConnectionBannerDescription } from './description/ConnectionBannerDescription.tsx';
import { ConnectionBannerRoot, type ConnectionBannerRootProps } from './root/ConnectionBannerRoot.tsx';
import { ConnectionBannerTitle } from './title/ConnectionBannerTitle.tsx';

export type ConnectionBannerProps = Omit<ConnectionBannerRootProps, 'children'>;

function DefaultBanner(props: ConnectionBannerProps) {
  return (
    <ConnectionBannerRoot {...props}>
      <ConnectionBannerTitle />
      <ConnectionBannerDescription />
    </ConnectionBannerRoot>
  );
}

/**
 * Tells of a connection that broke while one was in the room: that it is being mended and at which try, that there is no
 * network, and for a few seconds that all is well again. The room stays to be seen and used. Where one joins, and why a
 * call is over, is `ConnectionStatus`. Parts: `Root`, `Title`, `Description`.
 */
export const ConnectionBanner = /* @__PURE__ */ Object.assign(DefaultBanner, {
  Root: ConnectionBannerRoot,
  Title: ConnectionBannerTitle,
  Description: ConnectionBannerDescription,
});
