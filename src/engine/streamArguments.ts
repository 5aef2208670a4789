import type { StreamSources } from '../media/index.ts';

/** Tracks of a stream to publish; a kind that is missing is off. */
export interface LocalTracks {
  readonly audio?: MediaStreamTrack | undefined;
  readonly video?:
    | MediaStreamTrack
    | { readonly track?: MediaStreamTrack; readonly options?: { readonly enableSimulcast?: boolean } }
    | undefined;
}

/** Which kinds of a stream to receive. */
export interface SubscriptionKinds {
  readonly audio: boolean;
  readonly video: boolean;
}

/** What is to be sent; a stream called `presentation` is sent sharp rather than fluent. */
export function sourcesFrom(key: string, { audio, video }: LocalTracks): StreamSources {
  // Of the two, only a track has a kind.
  const { track, options } = video && 'kind' in video ? { track: video } : (video ?? {});
  const simulcast = options?.enableSimulcast;
  return {
    ...(audio && { audio }),
    ...(track && {
      video: {
        track,
        content: key === 'presentation' ? 'detail' : 'motion',
        ...(simulcast !== undefined && { simulcast }),
      },
    }),
  };
}
