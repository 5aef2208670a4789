'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import { type PartProps, useRenderElement } from '../../../ui/index.ts';
import { StatsPanelStream } from '../stream/StatsPanelStream.tsx';
import { useMeasuredStreams } from '../useMeasuredStreams.ts';

export type StatsPanelStreamsProps = Omit<PartProps<'div', Record<never, never>>, 'children'>;

const STREAM_HEIGHT = 320;

/** All streams that are sent and received; of many, those on screen are in the page, and measured. Renders a `<div>` that scrolls. */
export function StatsPanelStreams(props: StatsPanelStreamsProps) {
  const messages = usePanelMessages();
  const streams = useMeasuredStreams();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: streams.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => STREAM_HEIGHT,
    getItemKey: (index) => `${streams[index]?.participantId}/${streams[index]?.key}`,
    overscan: 1,
  });
  return useRenderElement(
    'div',
    props,
    {},
    {
      ref: scroller,
      className: 'parlour-stats-streams',
      role: 'group',
      'aria-label': messages['stats.label'],
      tabIndex: 0,
      children:
        streams.length === 0 ? (
          <p className="parlour-panel-empty">{messages['stats.empty']}</p>
        ) : (
          <div className="parlour-stats-rows" style={{ blockSize: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const stream = streams[index];
              return (
                <div
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className="parlour-stats-row"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {stream && <StatsPanelStream participantId={stream.participantId} streamKey={stream.key} />}
                </div>
              );
            })}
          </div>
        ),
    },
  );
}
