'use client';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Tile } from '../../store/index.ts';
import { type PictureOptions, usePicture } from './usePicture.ts';
import { usePictureTile } from './usePictureTile.ts';

export interface RoomPictureProps extends PictureOptions {
  /** What is shown, with a room's own parts: they are loaded with the room, and this when it is opened first. */
  render: (tile: Tile | null) => ReactNode;
}

/** What a room shows in a window over all others. */
export function RoomPicture({ render, ...options }: RoomPictureProps) {
  const tile = usePictureTile();
  const body = usePicture(options);
  return body && createPortal(render(tile), body);
}
