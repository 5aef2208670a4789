'use client';
import { StatsPanelCopy } from './copy/StatsPanelCopy.tsx';
import { StatsPanelRoot, type StatsPanelRootProps } from './root/StatsPanelRoot.tsx';
import { StatsPanelStream } from './stream/StatsPanelStream.tsx';
import { StatsPanelStreams } from './streams/StatsPanelStreams.tsx';

export type StatsPanelProps = Omit<StatsPanelRootProps, 'children'>;

function DefaultStats(props: StatsPanelProps) {
  return (
    <StatsPanelRoot {...props}>
      <StatsPanelStreams />
      <StatsPanelCopy />
    </StatsPanelRoot>
  );
}

/**
 * How every stream goes that is sent or received: picture, sound, network, layers, and why there is no more of it. It fills
 * its container, which must have a height; the values are written each second without a render. Parts: `Root`, `Streams`,
 * `Stream`, `Copy`.
 */
export const StatsPanel = /* @__PURE__ */ Object.assign(DefaultStats, {
  Root: StatsPanelRoot,
  Streams: StatsPanelStreams,
  Stream: StatsPanelStream,
  Copy: StatsPanelCopy,
});
