'use client';
import { use, useEffect, useEffectEvent, useRef } from 'react';
import type { State } from '../../engine/index.ts';
import { RoomContext, useRoomStore } from '../../hooks/index.ts';
import { useMessages } from '../../i18n/index.ts';
import type { Announcement } from './AnnouncementKind.ts';
import { AnnouncementSchedule } from './AnnouncementSchedule.ts';
import { announcementsBetween, moderationBetween } from './announcementsBetween.ts';

/**
 * Puts what happens in the room into sentences, a few times a minute at most; what a moderator does to ourselves at once.
 *
 * @param take - Gets the sentences; true: it has told some of them.
 */
export function useRoomNews(take: (news: readonly Announcement[]) => boolean): void {
  const store = useRoomStore();
  const room = use(RoomContext)?.room;
  const messages = useMessages();
  const recording = useRef<boolean | null>(null);

  const say = useEffectEvent((before: State, after: State): boolean => {
    const active = recording.current;
    recording.current = null;
    const text = active === null ? null : messages[active ? 'announce.recordingStarted' : 'announce.recordingStopped'];
    const recorded: Announcement[] = text === null ? [] : [{ kind: 'recording', text }];
    return take([...recorded, ...announcementsBetween(before, after, messages)]);
  });

  const sayModeration = useEffectEvent((before: State, after: State) => {
    take(moderationBetween(before, after, messages));
  });

  useEffect(() => {
    const schedule = new AnnouncementSchedule({ getState: store.getState, say: (before, after) => say(before, after) });
    const changed = () => schedule.changed();
    const topics = ['connection', 'participants', 'raised-hands', 'waiting', 'chat'] as const;
    const undo = topics.map((topic) => store.subscribeTo(topic, changed));
    const undoRecording = room?.on('recording_changed', (active) => {
      // A room that is recorded when we join is no news.
      if (store.getState().status !== 'connected') return;
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
}
