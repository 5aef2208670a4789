import { roomError } from './factories.ts';

/**
 * Code that is fetched when it is first needed, and then kept. When it cannot be had, the next call fetches it again.
 *
 * @param load - An `import()`.
 * @returns Loads it. @throws RoomError `unreachable`
 */
export function lazily<Code>(load: () => Promise<Code>): () => Promise<Code> {
  let loading: Promise<Code> | null = null;
  return () => {
    loading ??= load().catch((cause: unknown) => {
      loading = null;
      throw roomError(
        'unreachable',
        'A part of the page could not be loaded. Check the network connection and try again, or reload the page.',
        cause,
      );
    });
    return loading;
  };
}
