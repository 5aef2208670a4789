'use client';
import { use, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { State } from '../../engine/index.ts';
import { RoomContext, useRoomStore } from '../../hooks/index.ts';
import { useMessages } from '../../i18n/index.ts';
import { type Announcement, type AnnouncementSettings, DEFAULT_SETTINGS } from './AnnouncementKind.ts';
import { AnnouncementSchedule } from './AnnouncementSchedule.ts';
import { announcementsBetween, moderationBetween } from './announcementsBetween.ts';

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
  const store = useRoomStore();
  const room = use(RoomContext)?.room;
  const messages = useMessages();
  const count = useRef(0);
  const recording = useRef<boolean | null>(null);
  const [spoken, setSpoken] = useState(SILENCE);

  const speak = useEffectEvent((found: readonly Announcement[]): boolean => {
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

  const say = useEffectEvent((before: State, after: State): boolean => {
    const active = recording.current;
    recording.current = null;
    const text = active === null ? null : messages[active ? 'announce.recordingStarted' : 'announce.recordingStopped'];
    const recorded: Announcement[] = text === null ? [] : [{ kind: 'recording', text }];
    return speak([...recorded, ...announcementsBetween(before, after, messages)]);
  });

  const sayModeration = useEffectEvent((before: State, after: State) => {
    speak(moderationBetween(before, after, messages));
  });

  useEffect(() => {
    const schedule = new AnnouncementSchedule({ getState: store.getState, say: (before, after) => say(before, after) });
    const changed = () => schedule.changed();
    const topics = ['connection', 'participants', 'raised-hands', 'chat'] as const;
    const undo = topics.map((topic) => store.subscribeTo(topic, changed));
    const undoRecording = room?.on('recording_changed', (active) => {
      recording.current = active;
      changed();
    });
    return () => {
      for (const stop of undo) stop();
      undoRecording?.();
      schedule.close();
    };
  }, [store, room]);

  // What is done to oneself does not wait for what others do.
  useEffect(() => {
    let before = store.getState();
    let undoOwn = () => {};
    const look = () => {
      const after = store.getState();
      sayModeration(before, after);
      before = after;
    };
    const watchOwn = () => {
      undoOwn();
      undoOwn = store.subscribeTo(`participant:${store.getState().localParticipantId}`, look);
      before = store.getState();
    };
    watchOwn();
    const undo = store.subscribeTo('local-participant', watchOwn);
    return () => {
      undo();
      undoOwn();
    };
  }, [store]);

  return spoken;
}
