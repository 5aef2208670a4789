import type { Network } from '../stories/support/networks.ts';

const tags = ['en', 'de', 'fr', 'es', 'pt-BR', 'it', 'pl', 'uk', 'tr', 'ar', 'he', 'hi', 'zh-CN', 'zh-TW', 'ja', 'ko'];

/** Each language by its own name. */
export const languages = tags.map((tag) => ({
  value: tag,
  title: new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag,
}));

export const numbersOfPeople = [1, 2, 3, 5, 9, 16, 49].map((count) => ({ value: count, title: `${count} people` }));

export const sharing = [
  { value: 'nobody', title: 'no shared screen' },
  { value: 'one', title: 'a shared screen' },
];

const titles: Record<Network, string> = {
  good: 'good network',
  reconnecting: 'reconnecting',
  ended: 'connection lost',
  full: 'room is full',
};
export const networks = Object.entries(titles).map(([value, title]) => ({ value, title }));
