/** Browsers that ask, and block, in the same way. */
export type BrowserFamily = 'chromium' | 'chromium-mobile' | 'firefox' | 'safari' | 'safari-mobile';

/** What tells of the browser. */
export interface BrowserWord {
  readonly userAgent: string;
  readonly maxTouchPoints?: number;
}

/**
 * Which family a browser is of, by what it says of itself: there is nothing to try it by. On iPhones and iPads all
 * browsers ask as Safari does; an iPad calls itself a Mac, but a Mac has no touch screen.
 */
export function browserFamily({ userAgent, maxTouchPoints = 0 }: BrowserWord): BrowserFamily {
  const mac = /Macintosh/.test(userAgent);
  if (/iPhone|iPad|iPod/.test(userAgent) || (mac && maxTouchPoints > 1)) return 'safari-mobile';
  if (/Firefox\//.test(userAgent)) return /Android/.test(userAgent) ? 'chromium-mobile' : 'firefox';
  if (/Chrom(?:e|ium)\//.test(userAgent)) return /Android/.test(userAgent) ? 'chromium-mobile' : 'chromium';
  return /Safari\//.test(userAgent) && mac ? 'safari' : 'chromium';
}
