import type { Clock } from '../Clock.ts';
import type { Repositories } from '../db/repositories/index.ts';
import type { Upkeep } from '../operations/Upkeep.ts';

/** How often a server says that it lives: so much later at most does a crash seem to have been. */
const BEAT_INTERVAL_MS = 5_000;
/** A server that was not heard of for this long is taken for dead. */
const SILENCE_MS = 12 * BEAT_INTERVAL_MS;

interface Deps {
  readonly serverId: string;
  readonly repositories: Pick<Repositories, 'servers' | 'sessions'>;
  readonly now: Clock;
}

/**
 * Ends on record what this server left open when it died, and from now on what others leave that are silent for a
 * minute. What is ended so ends at the last moment at which its server is known to have lived. To be called once,
 * before anyone can join.
 */
export async function giveSignsOfLife(deps: Deps, upkeep: Pick<Upkeep, 'every'>): Promise<void> {
  const { serverId, repositories } = deps;
  await repositories.sessions.closeLeftOpenBy(serverId, await repositories.servers.lastSeen(serverId));
  await beat(deps);
  upkeep.every('signs of life', BEAT_INTERVAL_MS, () => beat(deps));
}

/** This server stops in order: nothing of it is left open. */
export async function endSignsOfLife({ serverId, repositories }: Deps): Promise<void> {
  await repositories.servers.remove(serverId);
}

async function beat({ serverId, repositories: { servers, sessions }, now }: Deps): Promise<void> {
  await servers.beat(serverId);
  const dead = await servers.silentSince(new Date(now().getTime() - SILENCE_MS), serverId);
  for (const { id, lastSeenAt } of dead) {
    await sessions.closeLeftOpenBy(id, lastSeenAt);
    await servers.remove(id);
  }
  // Nobody knows when these died: what they wrote last is all there is.
  for (const id of await servers.unknown()) await sessions.closeLeftOpenBy(id, null);
}
