import type { QueryKey } from '@tanstack/react-query';
import type { RoomsApi } from '../../api/index.ts';

/** What is out of date when things of these kinds have changed. */
export function outdatedBy(keys: RoomsApi['keys'], kinds: ReadonlySet<unknown>): readonly QueryKey[] {
  const { rooms, sessions, participants, recordings, compositions, webhookDeliveries } = keys;
  const byKind: Readonly<Record<string, readonly QueryKey[]>> = {
    room: [rooms.all],
    // A room says which session goes on in it.
    session: [rooms.all, sessions.all, participants.all],
    // A session may have its participants with it.
    participant: [sessions.all, participants.all],
    recording: [recordings.all],
    composition: [compositions.all],
    webhook_delivery: [webhookDeliveries.all],
  };
  return [...new Set([...kinds].flatMap((kind) => byKind[String(kind)] ?? []))];
}
