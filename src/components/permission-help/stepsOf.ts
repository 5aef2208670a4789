import type { AllMessages } from '../../i18n/index.ts';
import type { BrowserFamily } from './browserFamily.ts';

/** What keeps a device from being used: the question was closed without an answer, or the answer was no. */
export type PermissionHurdle = 'dismissed' | 'denied';

type Words = keyof {
  [Key in keyof AllMessages as AllMessages[Key] extends string ? Key : never]: true;
};

const ALLOWING: Readonly<Record<BrowserFamily, readonly Words[]>> = {
  chromium: ['permission.chromiumIcon', 'permission.turnOn'],
  'chromium-mobile': ['permission.androidIcon', 'permission.turnOn'],
  firefox: ['permission.firefoxIcon', 'permission.unblock'],
  safari: ['permission.safariMenu', 'permission.setAllow'],
  'safari-mobile': ['permission.iosMenu', 'permission.setAllow'],
};

/** What to do, one thing after the other. */
export function stepsOf(family: BrowserFamily, hurdle: PermissionHurdle): readonly Words[] {
  if (hurdle === 'dismissed') return ['permission.askAgain', 'permission.answer'];
  return [...ALLOWING[family], 'permission.tryAgain'];
}
