import type { Session } from '../../db/repositories/SessionHistory.ts';
import type { Selection } from '../../rooms/moderating.ts';
import { ApiError } from '../errors/ApiError.ts';
import { orNotFound } from '../errors/orNotFound.ts';
import type { RestDeps } from '../RestDeps.ts';

type Deps = Pick<RestDeps, 'repositories'>;

/** The session if it goes on; answers with 404 where there is none and with 422 where it is over. */
export async function requireActive({ repositories }: Deps, id: string): Promise<Session> {
  const session = orNotFound(await repositories.sessionHistory.find(id), 'room session', id);
  if (session.endedAt === null) return session;
  throw new ApiError(
    'session-ended',
    `The session ended at ${session.endedAt.toISOString()}: nobody is in it any more.`,
  );
}

/** Answers with 422 when one of a selection has never been in the session. */
export async function requireParticipants(
  { repositories }: Deps,
  session: Session,
  { participants, exclude = [] }: Selection,
): Promise<void> {
  const lists = { participants: participants === 'all' ? [] : participants, exclude };
  const known = await repositories.sessionHistory.knownParticipants(session.id, [...lists.participants, ...exclude]);
  for (const [field, ids] of Object.entries(lists)) {
    const index = ids.findIndex((id) => !known.has(id));
    if (index === -1) continue;
    const detail = `There is no participant ${ids[index]} in this session: list those there are.`;
    throw new ApiError('participant-unknown', detail, { source: { pointer: `/${field}/${index}` } });
  }
}
