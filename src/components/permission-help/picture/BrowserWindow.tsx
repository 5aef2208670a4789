import type { ReactNode } from 'react';
import type { BrowserFamily } from '../browserFamily.ts';

interface BrowserWindowProps {
  readonly family: BrowserFamily;
  /** What stands at the start of the address. */
  readonly start?: ReactNode;
  /** What has opened over the page. */
  readonly children: ReactNode;
}

/**
 * A window of the browser, as a drawing: the words beside it say the same. Browsers are drawn as they look from the left,
 * whichever way the page is read.
 */
export function BrowserWindow({ family, start, children }: BrowserWindowProps) {
  return (
    <div className="parlour-browser" data-browser={family} aria-hidden="true">
      {family === 'safari' && (
        <div className="parlour-browser-menus">
          <span className="parlour-browser-menu" data-here="">
            Safari
          </span>
          <span className="parlour-browser-line" />
          <span className="parlour-browser-line" />
          <span className="parlour-browser-line" />
        </div>
      )}
      <div className="parlour-browser-bar">
        {!family.endsWith('mobile') && (
          <span className="parlour-browser-dots">
            <i />
            <i />
            <i />
          </span>
        )}
        <span className="parlour-browser-address">
          {start}
          <span className="parlour-browser-line" data-long="" />
        </span>
      </div>
      <div className="parlour-browser-page">{children}</div>
    </div>
  );
}
