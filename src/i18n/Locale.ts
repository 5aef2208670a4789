import type { AllMessages } from './Messages.ts';

/** A language as the components speak it: `import de from 'parlour/locales/de'`. */
export interface Locale {
  /** A BCP 47 language tag, for `lang` and for `Intl`. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: AllMessages;
}
