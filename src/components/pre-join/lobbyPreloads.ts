const preloads = new Set<() => Promise<unknown>>();

/** Code that is needed once one has joined: a lobby fetches it while people are in it. What fails is fetched later. */
export function preloadInLobby(preload: () => Promise<unknown>): void {
  preloads.add(preload);
}

/** Fetches it. It is what a lobby calls when its page has time. */
export const preloadRoom = async (): Promise<void> => {
  await Promise.allSettled([...preloads].map((preload) => preload()));
};
