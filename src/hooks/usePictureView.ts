'use client';
import { useSyncExternalStore } from 'react';
import { streamId } from '../engine/Topic.ts';
import { useRoomStore } from './RoomContext.ts';
import { type PictureView, viewOf } from './RoomView.ts';

/** How you want to see somebody's picture, and changing that; it stays so wherever the picture is shown. */
export function usePictureView(
  participantId: string,
  key: string,
): readonly [picture: PictureView, change: (change: PictureView) => void] {
  const { subscribe, pictureOf, setPicture } = viewOf(useRoomStore());
  const id = streamId(participantId, key);
  const read = () => pictureOf(id);
  return [useSyncExternalStore(subscribe, read, read), (change) => setPicture(id, change)];
}
