import type { Repositories } from './db/repositories/index.ts';
import { refreshIntervalMs } from './refreshIntervalMs.ts';
import { Bans } from './rooms/Bans.ts';
import type { ServerDeps } from './ServerDeps.ts';
import { ClientTokens } from './tokens/ClientTokens.ts';
import { Revocations } from './tokens/Revocations.ts';

interface Deps extends Pick<ServerDeps, 'config' | 'now' | 'signingKeys' | 'upkeep'> {
  readonly repositories: Pick<Repositories, 'bans' | 'revocations' | 'admissions'>;
}

/** Rows of other servers may become visible this much later than they say. */
const OVERLAP_MS = 10_000;

/** Client tokens, with all that was revoked before; what other servers revoke is taken over. */
export async function openTokens({ config, now, signingKeys, repositories, upkeep }: Deps): Promise<ClientTokens> {
  const revocations = await Revocations.open(repositories.revocations, now);
  const tokens = new ClientTokens(signingKeys, revocations, now);
  upkeep.every('revocations', refreshIntervalMs(config), () => tokens.refreshRevocations());
  return tokens;
}

/**
 * Who is kept out of which room, as far as it is not over; what other servers add is taken over. What is over is deleted,
 * admissions as well.
 */
export async function openBans({ config, now, repositories, upkeep }: Deps): Promise<Bans> {
  const records = repositories.bans;
  const bans = new Bans(
    () => now().getTime(),
    (added) => records.save(added),
  );
  let readUntil = 0;
  const refresh = async () => {
    const since = new Date(readUntil - OVERLAP_MS);
    readUntil = now().getTime();
    await Promise.all([records.removeOver(), repositories.admissions.removeOver()]);
    bans.restore(await records.changedSince(since));
  };
  await refresh();
  upkeep.every('bans', refreshIntervalMs(config), refresh);
  return bans;
}
