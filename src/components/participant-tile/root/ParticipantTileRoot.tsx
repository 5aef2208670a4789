'use client';
import { type ReactNode, useMemo } from 'react';
import { useTileState } from '../../../hooks/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { TileContext } from '../TileContext.ts';
import { useTileName } from '../useTileName.ts';

/** What a tile shows as `data-*`. */
export interface ParticipantTileState {
  /** `self` for a camera, `presentation` for a screen. */
  readonly key: string;
  /** It is yours. */
  readonly local: boolean;
  /** The person is heard right now. Never true for a screen. */
  readonly speaking: boolean;
  /** The microphone is on. */
  readonly audio: boolean;
  /** There is a picture, or one is on its way. */
  readonly video: boolean;
}

export interface ParticipantTileRootProps extends PartProps<'div', ParticipantTileState> {
  participantId: string;
  /** @default 'self' */
  streamKey?: string | undefined;
  children?: ReactNode;
}

/** One person's camera, or one shared screen. Renders a `<div>` with the role `group`, named after the person. */
export function ParticipantTileRoot({ participantId, streamKey = 'self', ...props }: ParticipantTileRootProps) {
  const name = useTileName(participantId, streamKey);
  const { local, speaking, audio, video } = useTileState(participantId, streamKey);
  const context = useMemo(() => ({ participantId, streamKey }), [participantId, streamKey]);

  const element = useRenderElement(
    'div',
    props,
    { key: streamKey, local, speaking, audio, video },
    {
      className: 'parlour-tile',
      role: 'group',
      'aria-label': name,
    },
  );
  return <TileContext value={context}>{element}</TileContext>;
}
