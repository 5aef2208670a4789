'use client';
import { useEffect, useState } from 'react';
import { useRoomStore } from './RoomContext.ts';
import { useStream } from './useStream.ts';
import { VideoAttachment } from './VideoAttachment.ts';

/** A `<video>` that shows a stream, and with that asks for it. */
export interface StreamVideo {
  /** To spread on your own `<video>`; hide it by `opacity` while there is no picture. While it is mounted the stream is received, as large as the element is. */
  readonly videoProps: {
    readonly ref: (element: HTMLVideoElement | null) => void;
    readonly autoPlay: true;
    readonly playsInline: true;
    readonly muted: true;
  };
  /** True while there is a picture to expect: the publisher has it on, and nobody keeps it off. */
  readonly hasVideo: boolean;
}

/** How a stream's video is shown. */
export interface StreamVideoOptions {
  /**
   * Who gets bandwidth first when there is too little, from 1 to 255: a pinned tile 255, say.
   *
   * @default by the element's size, with who speaks before everybody else
   */
  readonly priority?: number;
}

/**
 * Shows a stream's video. The element on the page *is* the subscription: its size times the pixel
 * ratio chooses the simulcast layer, and out of sight the stream is paused.
 *
 * @param key - @default 'self' (camera and microphone)
 */
export function useStreamVideo(participantId: string, key = 'self', options: StreamVideoOptions = {}): StreamVideo {
  const { priority } = options;
  const { commands } = useRoomStore();
  const stream = useStream(participantId, key);
  const track = stream?.videoTrack ?? null;
  const hasVideo = stream?.isVideoEnabled === true && !stream.isVideoCensored;
  // Also while the publisher has it off, so that nothing has to be negotiated when it comes back.
  const wanted = stream !== undefined && stream.origin !== 'local';
  const [attachment] = useState(() => new VideoAttachment());

  useEffect(() => {
    attachment.setTrack(hasVideo ? track : null);
  }, [attachment, track, hasVideo]);

  useEffect(() => {
    attachment.setPriority(priority);
  }, [attachment, priority]);

  useEffect(() => {
    if (!wanted) return;
    const demand = commands.subscribeDemand({ participantId, key, kind: 'video', visible: false });
    attachment.setDemand(demand);
    return () => {
      attachment.setDemand(null);
      demand.release();
    };
  }, [attachment, commands, participantId, key, wanted]);

  return { videoProps: { ref: attachment.ref, autoPlay: true, playsInline: true, muted: true }, hasVideo };
}
