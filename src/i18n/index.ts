export { english as en } from './english.ts';
export type { Locale } from './Locale.ts';
export type { AllMessages, Messages } from './Messages.ts';
export { MessagesProvider, type MessagesProviderProps } from './MessagesProvider.tsx';
export { messageOfError } from './messageOfError.ts';
export { useLocale } from './useLocale.ts';
export { useMessages } from './useMessages.ts';
export { usePanelMessages } from './usePanelMessages.ts';
