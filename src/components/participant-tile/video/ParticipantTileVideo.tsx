'use client';
import { useState } from 'react';
import { usePictureView, useStreamVideo } from '../../../hooks/index.ts';
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

export interface ParticipantTileVideoProps extends PartProps<'video', ParticipantTileVideoState> {
  /** Whether it is shown as in a mirror. @default your own camera is, unless it looks away from you */
  mirror?: boolean | undefined;
}

/** The camera on the back of a phone: what it shows is looked at, and is not oneself. */
const looksAway = (element: HTMLVideoElement) => {
  const track = (element.srcObject as MediaStream | null)?.getVideoTracks?.()[0];
  return track?.getSettings?.().facingMode === 'environment';
};

/**
 * The picture. Renders a `<video>`, which stays mounted while there is nothing to see, so that nothing
 * flickers and nothing is negotiated anew when the camera comes back.
 */
export function ParticipantTileVideo({ mirror, ...props }: ParticipantTileVideoProps) {
  const { participantId, streamKey, local } = useTileContext();
  const { videoProps, hasVideo } = useStreamVideo(participantId, streamKey);
  const [loaded, setLoaded] = useState<'no' | 'yes' | 'looks-away'>('no');
  const camera = streamKey === 'self';
  const [picture] = usePictureView(participantId, streamKey);

  return useRenderElement(
    'video',
    props,
    {
      playing: hasVideo && loaded !== 'no',
      mirrored: mirror ?? picture.mirrored ?? (local && camera && loaded !== 'looks-away'),
      fit: picture.fit ?? (camera ? 'cover' : 'contain'),
    } as const,
    {
      ...videoProps,
      className: 'parlour-tile-video',
      tabIndex: -1,
      'aria-hidden': true,
      onLoadedData: ({ currentTarget }) => setLoaded(looksAway(currentTarget) ? 'looks-away' : 'yes'),
      onEmptied: () => setLoaded('no'),
    },
  );
}
