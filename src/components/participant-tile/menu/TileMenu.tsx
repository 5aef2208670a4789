'use client';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import { useState } from 'react';
import { messageOfError, usePanelMessages } from '../../../i18n/index.ts';
import styles from '../../../styles/lazy/tile-menu.css?inline';
import { type OpenProps, type PartProps, useRenderElement, useStyleSheet } from '../../../ui/index.ts';
import type { TileTools } from './tileTools.ts';
import { type SpotlightProps, useTileEntries } from './useTileEntries.tsx';

/** What the button of a tile's menu shows as `data-*`. */
export interface ParticipantTileMenuState {
  /** The menu is open. */
  readonly open: boolean;
}

export interface ParticipantTileMenuProps
  extends Omit<PartProps<'button', ParticipantTileMenuState>, 'children'>,
    OpenProps,
    SpotlightProps {}

interface TileMenuProps {
  readonly props: ParticipantTileMenuProps;
  /** Handed in: they are there with the tile, and not to be loaded with this. */
  readonly tools: TileTools;
}

/** The button of a tile's menu. */
export function TileMenu({ props, tools }: TileMenuProps) {
  useStyleSheet(styles);
  const { useTileContext, useModeration, useConfirm, useMenu } = tools;
  const { spotlit, onSpotlightChange, open, defaultOpen, onOpenChange, ...rest } = props;
  const { participantId, name, label: tileLabel } = useTileContext();
  const messages = usePanelMessages();
  const moderation = useModeration(participantId);
  const { ask, dialog } = useConfirm();
  const [problem, setProblem] = useState<string | null>(null);
  const label = messages['tile.menu'](tileLabel);

  const entries = useTileEntries(tools, {
    moderation,
    spotlit,
    onSpotlightChange,
    onMute: (muted) => {
      setProblem(null);
      (muted ? moderation.mute : moderation.unmute)().catch((thrown) => setProblem(messageOfError(messages, thrown)));
    },
    onRemove: () => {
      const opener = menu.ref.current;
      if (!opener) return;
      ask({
        opener,
        title: messages['people.removeQuestion'](name ?? messages['tile.unnamed']),
        action: messages['people.removeConfirm'],
        onConfirm: () => moderation.remove(),
      });
    },
  });
  const menu = useMenu({ label, entries, open, defaultOpen, onOpenChange });
  const button = useRenderElement('button', rest, { open: menu.open } as ParticipantTileMenuState, {
    ...menu.buttonProps,
    ref: menu.ref,
    type: 'button',
    className: 'parlour-tile-pin parlour-tile-menu',
    'aria-label': label,
    title: label,
    children: <EllipsisVertical aria-hidden />,
  });
  return (
    <>
      {button}
      {menu.popup}
      {dialog}
      {problem !== null && (
        <span role="alert" className="parlour-tile-status">
          {problem}
        </span>
      )}
    </>
  );
}
