'use client';
import { type ReactNode, useMemo, useRef } from 'react';
import { SIGNS, useTileState } from '../../../hooks/index.ts';
import { type Messages, useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { TileContext, TileMicrophoneContext, TileSignsContext } from '../TileContext.ts';
import { useSpeech } from '../useSpeech.ts';

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
  /** Something keeps the picture from moving, as `Status` says. */
  readonly interrupted: boolean;
}

export interface ParticipantTileRootProps extends PartProps<'div', ParticipantTileState> {
  participantId: string;
  /** @default 'self' */
  streamKey?: string | undefined;
  children?: ReactNode;
}

function labelOf(messages: Messages, streamKey: string, local: boolean, givenName: string | undefined): string {
  const name = givenName ?? messages['tile.unnamed'];
  if (streamKey !== 'self') return local ? messages['tile.yourScreen'] : messages['tile.screen'](name);
  return local ? messages['tile.you'](name) : name;
}

/** One person's camera, or one shared screen. Renders a `<div>` with the role `group`, named after the person. */
export function ParticipantTileRoot({ participantId, streamKey = 'self', ...props }: ParticipantTileRootProps) {
  const messages = useMessages();
  const { name, local, speech, audio, video, signs } = useTileState(participantId, streamKey);
  const label = labelOf(messages, streamKey, local, name);
  const ref = useRef<HTMLDivElement>(null);
  const { speaking } = speech;
  useSpeech(speech, props, () => ref.current?.toggleAttribute('data-speaking', speech.speaking));
  const context = useMemo(
    () => ({ participantId, streamKey, name, label, local, speech }),
    [participantId, streamKey, name, label, local, speech],
  );

  const element = useRenderElement(
    'div',
    props,
    { key: streamKey, local, speaking, audio, video, interrupted: (signs & SIGNS.status) > 0 },
    {
      ref,
      className: 'parlour-tile',
      role: 'group',
      'aria-label': label,
    },
  );
  return (
    <TileContext value={context}>
      <TileMicrophoneContext value={!audio ? 'muted' : speaking ? 'speaking' : 'on'}>
        <TileSignsContext value={signs & ~SIGNS.speaking}>{element}</TileSignsContext>
      </TileMicrophoneContext>
    </TileContext>
  );
}
