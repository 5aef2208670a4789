'use client';
import { useRef, useState } from 'react';
import { type AnnouncementSettings, DEFAULT_SETTINGS } from './AnnouncementKind.ts';
import { useRoomNews } from './useRoomNews.ts';

/** A sentence in a live region; the number is another one for each, so that the same words are said again. */
export interface Spoken {
  readonly id: number;
  readonly text: string;
}

/** What is being said, politely and assertively: the latest sentences of each. */
export interface Announcements {
  readonly polite: readonly Spoken[];
  readonly assertive: readonly Spoken[];
}

const SILENCE: Announcements = { polite: [], assertive: [] };

/** Watches the room and puts what happens into words, a few times a minute at most. */
export function useAnnouncements(settings: AnnouncementSettings = {}): Announcements {
  const count = useRef(0);
  const [spoken, setSpoken] = useState(SILENCE);

  useRoomNews((found) => {
    const wanted = found.map(({ kind, text }) => {
      count.current += 1;
      return { id: count.current, text, how: settings[kind] ?? DEFAULT_SETTINGS[kind] };
    });
    const [polite, assertive] = (['polite', 'assertive'] as const).map((how) =>
      wanted.filter((one) => one.how === how),
    );
    if (!polite || !assertive || polite.length + assertive.length === 0) return false;
    setSpoken((now) => ({
      polite: polite.length > 0 ? polite : now.polite,
      assertive: assertive.length > 0 ? assertive : now.assertive,
    }));
    return true;
  });

  return spoken;
}
