export { en } from './en.ts';
export type { Messages } from './Messages.ts';
export { MessagesProvider, type MessagesProviderProps } from './MessagesProvider.tsx';
export { messageOfError } from './messageOfError.ts';
export { useMessages } from './useMessages.ts';
