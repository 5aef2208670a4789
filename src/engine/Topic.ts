/**
 * Names a part of the {@link State} that changes by itself, so that a reader of one participant
 * is told of that participant and of nothing else.
 *
 * `participants`, `streams` and `subscriptions` tell of comings and goings (the set of ids), the ones
 * with an id of a change of that one entity, its coming and its going included.
 */
export type Topic =
  | 'connection'
  | 'local-participant'
  | 'active-speaker'
  | 'recording'
  | 'devices'
  | 'chat'
  | 'raised-hands'
  | 'waiting'
  | 'participants'
  | 'streams'
  | 'subscriptions'
  | `participant:${string}`
  | `quality:${string}`
  | `stream:${string}`
  | `subscription:${string}`;

/** The topic of one subscription. */
export function subscriptionTopic(participantId: string, key: string): Topic {
  return `subscription:${streamId(participantId, key)}`;
}

/**
 * The id of a stream, which its participant and key make unique in a room: both with a `/` between. One in the
 * participant's id is written `%2F`, so that `a/b` with `c` is another stream than `a` with `b/c`.
 */
export function streamId(participantId: string, key: string): string {
  // Asked for all the time, and hardly ever is there one.
  const plain = !participantId.includes('/') && !participantId.includes('%');
  return `${plain ? participantId : participantId.replace(/[%/]/g, encodeURIComponent)}/${key}`;
}
