import { useModeration, usePictureView, usePinned } from '../../../hooks/index.ts';
import { useConfirm } from '../../dialog/useConfirm.tsx';
import { useMenu } from '../../menu/useMenu.tsx';
import { useTileContext } from '../TileContext.ts';

/** What a tile's menu needs of what a room has anyway. */
export const tileTools = { useTileContext, usePinned, usePictureView, useModeration, useConfirm, useMenu };

export type TileTools = typeof tileTools;
