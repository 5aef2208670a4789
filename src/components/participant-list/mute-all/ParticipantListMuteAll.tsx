'use client';
import MicOff from 'lucide-react/icons/mic-off';
import { useRef, useState } from 'react';
import { useModeration, useParticipants } from '../../../hooks/index.ts';
import { messageOfError, usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { ParticipantListConfirm } from '../confirm/ParticipantListConfirm.tsx';

export type ParticipantListMuteAllProps = PartProps<'button', Record<never, never>>;

/** Mutes everybody else, after asking. Renders a `<button>`, or nothing for who may not moderate or is alone. */
export function ParticipantListMuteAll(props: ParticipantListMuteAllProps) {
  const messages = usePanelMessages();
  const { allowed, mute, pending, error } = useModeration();
  const alone = useParticipants().length < 2;
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const element = useRenderElement(
    'button',
    props,
    {},
    {
      ref: button,
      type: 'button',
      className: 'parlour-button parlour-small parlour-people-mute-all',
      onClick: () => setAsking(true),
      children: (
        <>
          <MicOff aria-hidden />
          {messages['people.muteAll']}
        </>
      ),
    },
  );
  if (!allowed || alone) return null;
  if (!asking) return element;
  const close = () => {
    setAsking(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <ParticipantListConfirm
      question={messages['people.muteAllQuestion']}
      action={messages['people.muteAllConfirm']}
      problem={error && messageOfError(messages, error)}
      pending={pending === 'mute'}
      onCancel={close}
      onConfirm={() => void mute().then(close, () => {})}
    />
  );
}
