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
  const track = video && 'track' in video ? video.track : (video as MediaStreamTrack | undefined);
  const simulcast = video && 'track' in video ? video.options?.enableSimulcast : undefined;
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
