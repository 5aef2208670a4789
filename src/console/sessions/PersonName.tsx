'use client';
import { type Named, participantName } from './participantName.ts';

/** What somebody is called, with the first letter as a picture. */
export function PersonName({ person }: { person: Named }) {
  const name = participantName(person);
  return (
    <span className="parlour-console-person">
      <span className="parlour-console-avatar" aria-hidden="true">
        {[...name][0]?.toLocaleUpperCase()}
      </span>
      <bdi className="parlour-console-name">{name}</bdi>
    </span>
  );
}
