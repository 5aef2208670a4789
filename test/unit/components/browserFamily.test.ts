import { expect, it } from 'vitest';
import { type BrowserFamily, browserFamily } from '../../../src/components/permission-help/browserFamily.ts';

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';

it.each<[what: string, family: BrowserFamily, userAgent: string, maxTouchPoints?: number]>([
  [
    'Chrome on Windows',
    'chromium',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Chrome/143.0.0.0 Safari/537.36`,
  ],
  [
    'Edge',
    'chromium',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0`,
  ],
  [
    'Chrome on a Mac',
    'chromium',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${BLINK} Chrome/143.0.0.0 Safari/537.36`,
  ],
  [
    'Chrome on Android',
    'chromium-mobile',
    `Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Chrome/143.0.0.0 Mobile Safari/537.36`,
    5,
  ],
  ['Firefox', 'firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'],
  ['Firefox on Android', 'chromium-mobile', 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', 5],
  ['Safari', 'safari', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/26.0 Safari/605.1.15`],
  [
    'Safari on an iPhone',
    'safari-mobile',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${WEBKIT} Version/26.0 Mobile/15E148 Safari/604.1`,
    5,
  ],
  [
    'Safari on an iPad, which calls itself a Mac',
    'safari-mobile',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/26.0 Safari/605.1.15`,
    5,
  ],
  [
    'Chrome on an iPhone',
    'safari-mobile',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${WEBKIT} CriOS/143.0.0.0 Mobile/15E148 Safari/604.1`,
    5,
  ],
  ['nothing that is known', 'chromium', 'Something/1.0'],
])('%s', (_what, family, userAgent, maxTouchPoints = 0) => {
  expect(browserFamily({ userAgent, maxTouchPoints })).toBe(family);
});
