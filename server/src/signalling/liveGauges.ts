import type { Metrics } from '../operations/Metrics.ts';
import type { LiveRooms } from '../rooms/LiveRooms.ts';
import type { MediasoupServer } from '../sfu/MediasoupServer.ts';

interface Counted {
  rooms: Pick<LiveRooms, 'counts'>;
  tests: { readonly count: number };
  lobbies: { readonly count: number };
  sessions: { readonly count: number };
  sockets: { readonly count: number };
}

/** What there is of everything in the live part, at the moment somebody looks. */
export function addLiveGauges(metrics: Metrics, { rooms, tests, lobbies, sessions, sockets }: Counted): void {
  metrics.gauge('parlour_rooms', 'Rooms with people in them.', () => rooms.counts.rooms);
  metrics.gauge('parlour_sessions', 'Room sessions that go on.', () => sessions.count);
  metrics.gauge('parlour_participants', 'People in rooms.', () => rooms.counts.participants);
  metrics.gauge('parlour_lobbies', 'People who wait in a lobby.', () => lobbies.count);
  metrics.gauge('parlour_sockets', 'Open sockets of signalling.', () => sockets.count);
  metrics.gauge('parlour_transports', 'WebRTC transports.', () => rooms.counts.transports);
  metrics.gauge('parlour_producers', 'Tracks received.', () => rooms.counts.producers);
  metrics.gauge('parlour_consumers', 'Tracks sent.', () => rooms.counts.consumers);
  metrics.gauge('parlour_connection_tests', 'Connection tests that run.', () => tests.count);
}

/** How much the media workers have to do. */
export function addWorkerGauges(metrics: Metrics, media: MediasoupServer): void {
  metrics.gauges('parlour_media_bits_per_second', 'Bitrate of all media with clients.', ['direction'], () => {
    const { received, sent } = media.bitrates;
    return [
      { labels: { direction: 'in' }, value: received },
      { labels: { direction: 'out' }, value: sent },
    ];
  });
  metrics.gauge('parlour_workers', 'Media workers that run.', () => media.workers.length);
  metrics.gauges('parlour_worker_routers', 'Rooms and tests on each media worker.', ['worker'], () =>
    media.workers.map(({ index, rooms }) => ({ labels: { worker: String(index) }, value: rooms })),
  );
  metrics.totals('parlour_worker_deaths_total', 'Media workers that died and had to be replaced.', [], () => [
    { labels: {}, value: media.deaths },
  ]);
  metrics.totals('parlour_worker_cpu_seconds_total', 'Processor time of each media worker.', ['worker'], async () =>
    (await media.loads()).map(({ index, cpuSecs }) => ({ labels: { worker: String(index) }, value: cpuSecs })),
  );
}
