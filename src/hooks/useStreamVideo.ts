'use client';
import { useEffect, useState } from 'react';
import type { Stream } from '../engine/State.ts';
import { streamId } from '../engine/Topic.ts';
import { selectStream } from '../store/index.ts';
import { useRoomStore } from './RoomContext.ts';
import { useRoomState } from './useRoomState.ts';
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

const HAS_VIDEO = 1;
const WANTED = 2;

function flagsOf(stream: Stream | undefined): number {
  if (!stream) return 0;
  const hasVideo = stream.isVideoEnabled && !stream.isVideoCensored;
  // Also while the publisher has it off, so that nothing has to be negotiated when it comes back.
  return (hasVideo ? HAS_VIDEO : 0) | (stream.origin === 'local' ? 0 : WANTED);
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
  const topic = `stream:${streamId(participantId, key)}` as const;
  const track = useRoomState(topic, (state) => selectStream(state, participantId, key)?.videoTrack ?? null);
  // What else there is to know, so that what happens to the stream's audio renders nothing.
  const flags = useRoomState(topic, (state) => flagsOf(selectStream(state, participantId, key)));
  const hasVideo = (flags & HAS_VIDEO) > 0;
  const wanted = (flags & WANTED) > 0;
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
