import type { Join } from '../measureJoin.ts';
import type { Seen } from '../proxies/MediaTrace.ts';
import { clickedAt } from '../summarise.ts';

const WIDTH = 60;

/** What says something about a join. That the SFU answers STUN is a matter of course. */
const WAYS: readonly Pick<Seen, 'kind' | 'toServer'>[] = [
  { kind: 'STUN', toServer: true },
  { kind: 'DTLS', toServer: true },
  { kind: 'DTLS', toServer: false },
  { kind: 'PLI', toServer: false },
  { kind: 'RTP', toServer: true },
  { kind: 'RTP', toServer: false },
];

interface Step {
  readonly who: 'joiner' | 'SFU' | 'other';
  readonly name: string;
  readonly at: number;
}

/** Every step of a join on a time line, one a line, until both people see each other. */
export function renderWaterfall(join: Join): string {
  const clicked = clickedAt(join);
  const steps = [
    ...join.joiner.marks.map((mark): Step => ({ who: 'joiner', ...mark })),
    ...join.publisher.marks.map((mark): Step => ({ who: 'other', ...mark })),
    ...serverSteps(join),
  ].sort((a, b) => a.at - b.at);
  const rendered = steps.filter(({ name }) => name === 'first frame rendered');
  // A join that failed is shown to its last step.
  const end = (rendered.length === 2 ? rendered : steps).at(-1)?.at ?? clicked;
  const shown = steps.filter(({ at }) => at >= clicked && at <= end);
  const longest = Math.max(...shown.map(({ name }) => name.length));
  return shown
    .map(({ who, name, at }) => {
      const offset = Math.round(((at - clicked) / (end - clicked)) * WIDTH);
      const time = (at - clicked).toFixed(0).padStart(5);
      return `${time}  ${who.padEnd(6)}  ${name.padEnd(longest)}  ${'·'.repeat(offset)}█`;
    })
    .join('\n');
}

/** What passed the SFU's port for somebody's transport. */
function serverSteps({ atServer, joiner, publisher }: Join): Step[] {
  return [
    ...transportSteps(atServer, joiner.ports.send, 'joiner, sending'),
    ...transportSteps(atServer, joiner.ports.receive, 'joiner, receiving'),
    ...transportSteps(atServer, publisher.ports.send, 'other, sending'),
    ...transportSteps(atServer, publisher.ports.receive, 'other, receiving'),
  ];
}

function transportSteps(all: readonly Seen[], ports: readonly number[], transport: string): Step[] {
  const own = all.filter(({ port }) => ports.includes(port));
  return WAYS.flatMap(({ kind, toServer }) => {
    const seen = own.filter((one) => one.kind === kind && one.toServer === toServer);
    if (seen.length === 0) return [];
    const step = (what: string, at: number): Step => ({
      who: 'SFU',
      name: `${what} ${toServer ? 'from' : 'to'} ${transport}`,
      at,
    });
    const first = step(`first ${kind}`, Math.min(...seen.map((one) => one.first)));
    return kind === 'DTLS' ? [first, step('last DTLS', Math.max(...seen.map((one) => one.last)))] : [first];
  });
}
