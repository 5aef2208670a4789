'use client';
import type { CSSProperties } from 'react';
import { useMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { useTileContext } from '../TileContext.ts';
import { hueOf } from './hueOf.ts';
import { initialsOf } from './initialsOf.ts';

export type ParticipantTileAvatarProps = PartProps<'span', Record<never, never>>;

/** The person's initials, on a color that follows from the participant's id. Lies under the picture. Renders a `<span>`. */
export function ParticipantTileAvatar(props: ParticipantTileAvatarProps) {
  const { participantId, name } = useTileContext();
  const messages = useMessages();
  return useRenderElement(
    'span',
    props,
    {},
    {
      className: 'parlour-tile-avatar',
      'aria-hidden': true,
      style: { '--parlour-avatar-hue': hueOf(participantId) } as CSSProperties,
      children: initialsOf(name ?? messages['tile.unnamed']),
    },
  );
}
