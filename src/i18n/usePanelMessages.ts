'use client';
import { enPanels } from './enPanels.ts';
import type { LocaleInForce } from './LocaleContext.ts';
import type { AllMessages } from './Messages.ts';
import { useLocale } from './useLocale.ts';

const whole = new WeakMap<LocaleInForce['messages'], AllMessages>();

/** The words in force for what is loaded when it is first opened: it brings the English ones along. */
export function usePanelMessages(): AllMessages {
  const { messages } = useLocale();
  let all = whole.get(messages);
  if (!all) {
    all = { ...enPanels, ...messages };
    whole.set(messages, all);
  }
  return all;
}
