import { roomError } from '../../../src/errors/index.ts';
import type { Grants, MediaKind } from '../../../src/protocol/index.ts';

/** The stream key that has a grant of its own: a shared screen, with its sound. */
export const PRESENTATION = 'presentation';

/**
 * @throws RoomError `not-allowed` when the grants do not cover a stream of this key with these kinds. A presentation
 * needs `presentation` for either kind; any other stream the grant of each kind, or any of the two when it has none yet.
 */
export function requirePublish(grants: Grants, key: string, kinds: readonly MediaKind[]): void {
  const { publish } = grants;
  const allowed =
    key === PRESENTATION
      ? publish.includes(PRESENTATION)
      : kinds.length > 0
        ? kinds.every((kind) => publish.includes(kind))
        : publish.includes('audio') || publish.includes('video');
  if (allowed) return;
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

/** @throws RoomError `not-allowed` when the grants do not cover what moderators do. */
export function requireModerate(grants: Grants): void {
  if (grants.moderate) return;
  throw roomError('not-allowed', 'Only moderators may do this to others. Ask for a token that may moderate.');
}
