import type { ParticipantInfo } from '../../../src/protocol/index.ts';
import { Notice } from './Notice.ts';
import { serialise } from './serialise.ts';

/** What one TCP flight carries: a join's answer stays within it. */
export const ANSWER_BYTES = 14_000;

/** Most bytes of one `participantsListed`. */
const PAGE_BYTES = 32_000;

/** What the parts of an answer take besides the participants, measured and rounded up. */
const TRANSPORTS_BYTES = 2_500;
const ENVELOPE_BYTES = 300;
const TEMPLATES_BYTES = 3_500;
const CONSUMER_BYTES = 330;

/** How many bytes of participants an answer has room for beside this many consumers and itself. */
export function rosterBudget(consumers: number, self: ParticipantInfo): number {
  const rest = TRANSPORTS_BYTES + ENVELOPE_BYTES + serialise(self).bytes;
  return ANSWER_BYTES - rest - (consumers > 0 ? TEMPLATES_BYTES + consumers * CONSUMER_BYTES : 0);
}

/** The participants in pages: the first within `firstBytes` (maybe empty), each further one of some at least. */
export function rosterPages(participants: readonly ParticipantInfo[], firstBytes: number): ParticipantInfo[][] {
  const pages: ParticipantInfo[][] = [[]];
  let room = firstBytes;
  for (const participant of participants) {
    const size = serialise(participant).bytes + 1;
    const page = pages.at(-1) as ParticipantInfo[];
    const fits = size <= room || (pages.length > 1 && page.length === 0);
    if (fits) {
      page.push(participant);
      room -= size;
    } else {
      pages.push([participant]);
      room = PAGE_BYTES - size;
    }
  }
  return pages;
}

/** A further page of people as a notice. @param remaining - how many come after it. */
export function rosterNotice(participants: ParticipantInfo[], remaining: number): Notice<'participantsListed'> {
  const toJson = () =>
    `{"participants":[${participants.map((info) => serialise(info).json).join()}],"remaining":${remaining}}`;
  return new Notice('participantsListed', { participants, remaining }, { toJson });
}
