'use client';
import Hand from 'lucide-react/icons/hand';
import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import UserX from 'lucide-react/icons/user-x';
import type { ReactNode } from 'react';
import { type Moderation, useRoomStore } from '../../../hooks/index.ts';
import { usePanelMessages } from '../../../i18n/index.ts';

interface ActionProps {
  label: string;
  icon: ReactNode;
  active: boolean;
  busy: boolean;
  onClick: () => void;
}

function Action({ label, icon, active, busy, onClick }: ActionProps) {
  return (
    <button
      type="button"
      className="parlour-button parlour-quiet parlour-small"
      // The Tab key goes through the actions of one person only: of the one who has the focus.
      tabIndex={active ? 0 : -1}
      aria-label={label}
      aria-busy={busy || undefined}
      title={label}
      onClick={onClick}
    >
      {icon}
    </button>
  );
}

/** What a moderator can do to somebody: the hand, the sound, and asking whether to remove. Renders a `<span>`. */
export function ParticipantListActions({
  participantId,
  name,
  muted,
  hand,
  active,
  moderation,
  onRemove,
}: {
  participantId: string;
  name: string;
  muted: boolean;
  hand: boolean;
  active: boolean;
  moderation: Moderation;
  onRemove: () => void;
}) {
  const messages = usePanelMessages();
  const { hands } = useRoomStore().commands;
  const { pending, mute, unmute } = moderation;
  return (
    <span className="parlour-people-actions">
      {hand && (
        <Action
          label={messages['people.lowerHand'](name)}
          icon={<Hand aria-hidden />}
          active={active}
          busy={false}
          // That it is down comes back as the state; that it is not, shows.
          onClick={() => void hands.lower([participantId]).catch(() => {})}
        />
      )}
      <Action
        label={messages[muted ? 'people.unmute' : 'people.mute'](name)}
        icon={muted ? <Mic aria-hidden /> : <MicOff aria-hidden />}
        active={active}
        busy={pending === 'mute'}
        onClick={() => void (muted ? unmute : mute)().catch(() => {})}
      />
      <Action
        label={messages['people.remove'](name)}
        icon={<UserX aria-hidden />}
        active={active}
        busy={pending === 'remove'}
        onClick={onRemove}
      />
    </span>
  );
}
