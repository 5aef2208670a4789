import type { ParticipantInfo } from '../../../src/protocol/index.ts';

interface Serialised {
  readonly json: string;
  readonly bytes: number;
}

const serialised = new WeakMap<ParticipantInfo, Serialised>();

/** Somebody as JSON, made once: a thousand people are listed to each who comes. */
export function serialise(info: ParticipantInfo): Serialised {
  const known = serialised.get(info);
  if (known) return known;
  const json = JSON.stringify(info);
  const made = { json, bytes: Buffer.byteLength(json) };
  serialised.set(info, made);
  return made;
}
