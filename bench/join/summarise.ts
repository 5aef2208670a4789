import type { From, Join, Witness } from './measureJoin.ts';

/** How long one join took, in milliseconds after the click. */
export interface Times {
  /** The answer to the join was there. */
  readonly joined: number;
  readonly firstAudio: number;
  /** The joiner's page rendered the first frame of the one who was there. */
  readonly seen: number;
  /** The page of the one who was there rendered the joiner's first frame. */
  readonly seenByOthers: number;
}

/** When the joiner clicked, in milliseconds since 1970. */
export function clickedAt({ joiner }: Pick<Join, 'joiner'>): number {
  return timeOf(joiner, 'click', 0);
}

export function timesOf({ joiner, publisher }: Join): Times {
  const clicked = clickedAt({ joiner });
  const after = (witness: Witness, name: string) => timeOf(witness, name, clicked) - clicked;
  return {
    joined: after(joiner, 'POST join answered'),
    firstAudio: after(joiner, 'first audio packet'),
    seen: after(joiner, 'first frame rendered'),
    seenByOthers: after(publisher, 'first frame rendered'),
  };
}

/**
 * What a join may take, in milliseconds: from a page five round trips and a quarter of a second, from a lobby, where the
 * transports are connected, three and 150 ms.
 */
export function limitOf(from: From, rtt: number): number {
  return from === 'page' ? 5 * rtt + 250 : 3 * rtt + 150;
}

function timeOf({ marks }: Witness, name: string, earliest: number): number {
  const mark = marks.find((one) => one.name === name && one.at >= earliest);
  if (!mark) throw new Error(`A page has not seen "${name}": the join went another way than is measured here.`);
  return mark.at;
}
