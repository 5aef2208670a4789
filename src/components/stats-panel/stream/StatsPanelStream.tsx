'use client';
import { useMemo, useRef } from 'react';
import { useIsLocalParticipant, useParticipantName, useStats, useSubscription } from '../../../hooks/index.ts';
import { type Messages, useLocale, usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { ConnectionQuality } from '../../connection-quality/ConnectionQuality.tsx';
import { describeStats, statFormats } from '../describeStats.ts';
import { StatsLine, StatsTable, writeStats } from './StatsTable.tsx';

/** What the statistics of a stream show as `data-*`. */
export interface StatsPanelStreamState {
  /** Outbound: it is our own. */
  readonly direction: 'inbound' | 'outbound';
}

export interface StatsPanelStreamProps extends Omit<PartProps<'article', StatsPanelStreamState>, 'children'> {
  participantId: string;
  streamKey: string;
}

const REASONS = {
  offscreen: 'stats.reason.offscreen',
  unsubscribed: 'stats.reason.offscreen',
  'publisher-off': 'stats.reason.publisherOff',
  bandwidth: 'stats.reason.bandwidth',
  censored: 'tile.reason.censored',
  frozen: 'tile.reason.frozen',
  permission: 'tile.reason.permission',
} as const;

function nameOf(messages: Messages, streamKey: string, local: boolean, name: string): string {
  if (streamKey !== 'self') return local ? messages['tile.yourScreen'] : messages['tile.screen'](name);
  return local ? messages['tile.you'](name) : name;
}

/** How one stream goes, once a second, written past React. Renders an `<article>`. */
export function StatsPanelStream({ participantId, streamKey, ...props }: StatsPanelStreamProps) {
  const messages = usePanelMessages();
  const { tag } = useLocale();
  const formats = useMemo(() => statFormats(tag), [tag]);
  const local = useIsLocalParticipant(participantId);
  const ownName = useParticipantName(participantId) ?? messages['tile.unnamed'];
  const name = nameOf(messages, streamKey, local, ownName);
  const { currentLayers: layers, reason } = useSubscription(participantId, streamKey) ?? {};
  const [video, audio] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)];

  useStats(participantId, streamKey, (stats) => {
    writeStats(video.current, describeStats(stats, 'video', formats, messages));
    writeStats(audio.current, describeStats(stats, 'audio', formats, messages));
  });

  const direction = local ? 'outbound' : 'inbound';
  return useRenderElement(
    'article',
    props,
    { direction },
    {
      className: 'parlour-stats-stream',
      'aria-label': name,
      children: (
        <>
          <h3 className="parlour-stats-name">
            <span className="parlour-stats-name-words" dir="auto">
              {name}
            </span>
            <span className="parlour-stats-direction">{messages[local ? 'stats.sent' : 'stats.received']}</span>
            <ConnectionQuality participantId={participantId} />
          </h3>
          {reason && <p className="parlour-stats-reason">{messages[REASONS[reason]]}</p>}
          <StatsTable kind="video" ref={video}>
            {layers && (
              <StatsLine label={messages['stats.layers']}>
                {`${formats.number.format(layers.spatialLayer)} / ${formats.number.format(layers.temporalLayer)}`}
              </StatsLine>
            )}
            {local && <StatsLine label={messages['stats.reason']} stat="limitation" />}
          </StatsTable>
          <StatsTable kind="audio" ref={audio} />
        </>
      ),
    },
  );
}
