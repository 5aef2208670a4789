import { entriesOf, numberOf, type StatsEntry, textOf } from './entries.ts';
import type { PathStats } from './TrackStats.ts';

/** What a report says of the way to the other end: of the pair of candidates that is in use. Null before there is one. */
export function readPath(report: Iterable<unknown>): PathStats | null {
  const entries = entriesOf(report);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const transport = entries.find(({ type }) => type === 'transport');
  const pair = byId.get(transport?.selectedCandidatePairId) ?? entries.find(isSelected);
  if (!transport && !pair) return null;
  const local = byId.get(pair?.localCandidateId);
  const seconds = numberOf(pair, 'currentRoundTripTime');
  return {
    roundTripTime: seconds === null ? null : seconds * 1000,
    availableBitrate: numberOf(pair, 'availableOutgoingBitrate'),
    protocol: protocolOf(local),
    relayed: local?.candidateType === 'relay',
    iceState: textOf(transport, 'iceState'),
    dtlsState: textOf(transport, 'dtlsState'),
  };
}

/** Where there is no `transport` entry that names it. Firefox says `selected`, the standard had it once. */
function isSelected({ type, nominated, selected, state }: StatsEntry): boolean {
  return type === 'candidate-pair' && (selected === true || (nominated === true && state === 'succeeded'));
}

/** To a TURN server it may be TCP while the media beyond it is UDP: the first hop is what a firewall sees. */
function protocolOf(local: StatsEntry | undefined): PathStats['protocol'] {
  const protocol = textOf(local, 'relayProtocol') ?? textOf(local, 'protocol');
  return protocol === 'udp' || protocol === 'tcp' || protocol === 'tls' ? protocol : null;
}
