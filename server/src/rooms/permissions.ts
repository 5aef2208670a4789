import { roomError } from '../../../src/errors/index.ts';
import { type Grants, type MediaKind, PRESENTATION } from '../../../src/protocol/index.ts';
import type { GrantChanges } from './ModerationRecord.ts';

/**
 * Whether grants cover a stream of this key with these kinds. A presentation needs `presentation` for either kind; any
 * other stream the grant of each kind, or any of the two when it has none yet.
 */
export function mayPublish({ publish }: Grants, key: string, kinds: readonly MediaKind[]): boolean {
  if (key === PRESENTATION) return publish.includes(PRESENTATION);
  if (kinds.length === 0) return publish.includes('audio') || publish.includes('video');
  return kinds.every((kind) => publish.includes(kind));
}

/** @throws RoomError `not-allowed` unless {@link mayPublish}. */
export function requirePublish(grants: Grants, key: string, kinds: readonly MediaKind[]): void {
  if (mayPublish(grants, key, kinds)) return;
  const wanted = key === PRESENTATION ? 'a presentation' : kinds.join(' and ') || 'a stream';
  throw roomError('not-allowed', `The token does not allow publishing ${wanted}. Ask for a token with that grant.`);
}

/** @throws RoomError `not-allowed` when the grants do not cover receiving other people's streams. */
export function requireSubscribe(grants: Grants): void {
  if (grants.subscribe) return;
  throw roomError('not-allowed', 'The token does not allow receiving streams. Ask for a token that may subscribe.');
}

/** @throws RoomError `not-allowed` when the grants do not cover messages and reactions. */
export function requireMessage(grants: Grants): void {
  if (grants.message) return;
  throw roomError('not-allowed', 'The token does not allow sending messages. Ask for a token that may.');
}

/** @throws RoomError `not-allowed` when the grants do not cover deciding for others. */
export function requireModerate(grants: Grants): void {
  if (grants.moderate) return;
  throw roomError('not-allowed', 'Your token does not allow moderating. Ask for a token with the grant "moderate".');
}

/** @throws RoomError `not-allowed` when the grants do not cover recording the room. */
export function requireRecord(grants: Grants): void {
  if (grants.record) return;
  throw roomError('not-allowed', 'Your token does not allow recording. Ask for a token with the grant "record".');
}

/** @throws RoomError `not-allowed` when a change gives something that the grants of the giver do not cover. */
export function requireGrants(own: Grants, changes: GrantChanges): void {
  const publish = changes.publish?.find((source) => !own.publish.includes(source));
  const other = (['subscribe', 'message', 'history', 'moderate', 'record'] as const).find(
    (name) => changes[name] && !own[name],
  );
  const missing = publish === undefined ? other : `publish ${publish}`;
  if (missing === undefined) return;
  throw roomError('not-allowed', `You cannot give the grant "${missing}": your own token does not have it.`);
}
