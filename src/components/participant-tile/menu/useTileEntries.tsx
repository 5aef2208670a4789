'use client';
import FlipHorizontal from 'lucide-react/icons/flip-horizontal-2';
import Pin from 'lucide-react/icons/pin';
import Scan from 'lucide-react/icons/scan';
import Spotlight from 'lucide-react/icons/spotlight';
import UserX from 'lucide-react/icons/user-x';
import VolumeOne from 'lucide-react/icons/volume-1';
import VolumeOff from 'lucide-react/icons/volume-off';
import { type Moderation, useRoomState } from '../../../hooks/index.ts';
import { usePanelMessages } from '../../../i18n/index.ts';
import type { MenuEntry } from '../../menu/MenuEntry.ts';
import type { TileTools } from './tileTools.ts';

/** A spotlight is your application's: it says who is large for everybody, and lets people choose. */
export interface SpotlightProps {
  /** Whether the tile's person is large for everybody. */
  spotlit?: boolean | undefined;
  /** Offered where it is given. */
  onSpotlightChange?: ((spotlit: boolean) => void) | undefined;
}

interface TileActions extends SpotlightProps {
  readonly moderation: Moderation;
  readonly onMute: (muted: boolean) => void;
  readonly onRemove: () => void;
}

/** What can be done with a tile: for you alone, for everybody, and to the person. */
export function useTileEntries(
  { useTileContext, usePinned, usePictureView }: TileTools,
  { moderation, spotlit = false, onSpotlightChange, onMute, onRemove }: TileActions,
) {
  const { participantId, streamKey, name, local } = useTileContext();
  const messages = usePanelMessages();
  const { pinned, toggle } = usePinned(participantId, streamKey);
  const [picture, change] = usePictureView(participantId, streamKey);
  const muted = useRoomState(
    `participant:${participantId}`,
    ({ participants }) => participants.get(participantId)?.censored?.audio !== undefined,
  );
  const camera = streamKey === 'self';
  const who = name ?? messages['tile.unnamed'];

  return (): readonly MenuEntry[] => {
    const entries: MenuEntry[] = [
      {
        kind: 'toggle',
        id: 'pin',
        label: messages['menu.pin'],
        icon: <Pin aria-hidden />,
        checked: pinned,
        onSelect: toggle,
      },
    ];
    if (onSpotlightChange) {
      entries.push({
        kind: 'toggle',
        id: 'spotlight',
        label: messages['menu.spotlight'],
        icon: <Spotlight aria-hidden />,
        checked: spotlit,
        onSelect: () => onSpotlightChange(!spotlit),
      });
    }
    if (camera && local) {
      const mirrored = picture.mirrored ?? true;
      entries.push({
        kind: 'toggle',
        id: 'mirror',
        label: messages['menu.mirror'],
        icon: <FlipHorizontal aria-hidden />,
        checked: mirrored,
        onSelect: () => change({ mirrored: !mirrored }),
      });
    }
    if (camera) {
      const whole = picture.fit === 'contain';
      entries.push({
        kind: 'toggle',
        id: 'fit',
        label: messages['menu.fit'],
        icon: <Scan aria-hidden />,
        checked: whole,
        onSelect: () => change({ fit: whole ? 'cover' : 'contain' }),
      });
    }
    if (moderation.allowed && !local) {
      entries.push(
        { kind: 'line', id: 'line' },
        {
          id: 'mute',
          label: messages[muted ? 'people.unmute' : 'people.mute'](who),
          icon: muted ? <VolumeOne aria-hidden /> : <VolumeOff aria-hidden />,
          onSelect: () => onMute(!muted),
        },
        {
          id: 'remove',
          label: messages['people.remove'](who),
          icon: <UserX aria-hidden />,
          danger: true,
          opens: true,
          onSelect: onRemove,
        },
      );
    }
    return entries;
  };
}
