import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { StatsPanel } from '../../src/components/panels.ts';
import type { StreamStats } from '../../src/engine/index.ts';
import { usePanelMessages } from '../../src/i18n/index.ts';
import { InPanel } from '../support/InPanel.tsx';
import { people } from '../support/people.ts';
import { screenTrack } from '../support/scenes.ts';
import { roomOf } from '../support/snapshots.ts';

/** How every stream goes, once a second, without a render. */
const meta = { title: 'Components/StatsPanel', component: StatsPanel } satisfies Meta<typeof StatsPanel>;
export default meta;
type Story = StoryObj;

function reading(participantId: string, key: string): StreamStats {
  const direction = participantId === 'person-1' ? 'outbound' : 'inbound';
  const common = { direction, packets: 60, roundTripTime: 42.3, quality: 4 } as const;
  return {
    participantId,
    key,
    direction,
    audio:
      key === 'self'
        ? {
            ...common,
            kind: 'audio',
            bitrate: 31_800,
            packetLoss: 0.002,
            jitter: 3.2,
            codec: 'opus',
            concealment: 0,
            playoutDelay: 60,
          }
        : null,
    video: {
      ...common,
      kind: 'video',
      bitrate: 1_214_000,
      packetLoss: 0.012,
      jitter: 8.4,
      codec: 'VP8',
      width: 1280,
      height: 720,
      framesPerSecond: 29.7,
      frozen: 0,
      limitation: direction === 'outbound' ? 'bandwidth' : null,
    },
  };
}

function Panel({ state }: { state: ReturnType<typeof roomOf> }) {
  const commands = {
    stats: {
      watchStream: (participantId: string, key: string, listener: (stats: StreamStats) => void) => {
        listener(reading(participantId, key));
        return () => {};
      },
      watchConnection: () => () => {},
    },
  };
  return (
    <InPanel title={usePanelMessages()['stats.label']} state={state} commands={commands}>
      <StatsPanel />
    </InPanel>
  );
}

export const Streams: Story = {
  render: () => {
    const [me, ...others] = people(4);
    const shown = others.map((person, index) => ({ ...person, ...(index === 1 && { screen: screenTrack() }) }));
    const state = roomOf([me ?? { name: 'Ada Lovelace' }, ...shown]);
    const subscriptions = new Map(
      [...(state.streams?.values() ?? [])]
        .filter(({ origin }) => origin === 'remote')
        .map(({ participantId }, index) => [
          participantId,
          new Map(
            ['self', ...(index === 1 ? ['presentation'] : [])].map((key) => [
              key,
              {
                id: `${participantId}/${key}`,
                participantId,
                key,
                audio: true,
                video: true,
                status: index === 2 ? ('paused' as const) : ('started' as const),
                ...(index === 2
                  ? { reason: 'bandwidth' as const }
                  : { currentLayers: { spatialLayer: 2, temporalLayer: 2 } }),
              },
            ]),
          ),
        ]),
    );
    return <Panel state={{ ...state, subscriptions }} />;
  },
  play: async ({ canvasElement }) => {
    const values = within(canvasElement).getAllByText(/VP8|opus/);
    await expect(values.length).toBeGreaterThan(1);
  },
};

export const Nothing: Story = { render: () => <Panel state={{}} /> };
