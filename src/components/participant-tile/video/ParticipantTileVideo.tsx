'use client';
import { useState } from 'react';
import { useIsLocalParticipant, useStreamVideo } from '../../../hooks/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';

/** What a tile's video shows as `data-*`. */
export interface ParticipantTileVideoState {
  /** There is a picture to be seen; until then the element is transparent. */
  readonly playing: boolean;
  /** It is your own camera, shown as in a mirror. */
  readonly mirrored: boolean;
  /** A screen is shown whole, a camera fills the tile. */
  readonly fit: 'contain' | 'cover';
}

export type ParticipantTileVideoProps = PartProps<'video', ParticipantTileVideoState>;

/**
 * The picture. Renders a `<video>`, which stays mounted while there is nothing to see, so that nothing
 * flickers and nothing is negotiated anew when the camera comes back.
 */
export function ParticipantTileVideo(props: ParticipantTileVideoProps) {
  const { participantId, streamKey } = useTileContext();
  const { videoProps, hasVideo } = useStreamVideo(participantId, streamKey);
  const [loaded, setLoaded] = useState(false);
  const local = useIsLocalParticipant(participantId);
  const camera = streamKey === 'self';

  return useRenderElement(
    'video',
    props,
    { playing: hasVideo && loaded, mirrored: local && camera, fit: camera ? 'cover' : 'contain' } as const,
    {
      ...videoProps,
      className: 'parlour-tile-video',
      tabIndex: -1,
      'aria-hidden': true,
      onLoadedData: () => setLoaded(true),
      onEmptied: () => setLoaded(false),
    },
  );
}
