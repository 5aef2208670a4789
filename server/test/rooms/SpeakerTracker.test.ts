import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SpeakerTracker } from '../../src/rooms/SpeakerTracker.ts';
import { publish, TestRooms, told } from './support/TestRooms.ts';

describe('who speaks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends after two seconds of silence, and comes back with the voice', () => {
    const changes: (string | null)[] = [];
    const tracker = new SpeakerTracker((id) => changes.push(id));
    tracker.dominantSpeaker('a');
    tracker.heard([]);
    vi.advanceTimersByTime(1_999);
    tracker.heard(['a']);
    vi.advanceTimersByTime(5_000);
    expect(changes).toEqual(['a']);
    tracker.heard([]);
    vi.advanceTimersByTime(2_000);
    tracker.heard(['b']);
    expect(changes).toEqual(['a', null]);
    tracker.heard(['a', 'b']);
    expect(changes).toEqual(['a', null, 'a']);
    tracker.producerSilenced('a');
    expect(changes).toEqual(['a', null, 'a', null]);
  });
});

describe('the room hears', () => {
  it('the speaker, levels as linear amplitude, and that a speaker fell silent', async () => {
    const rooms = new TestRooms();
    const alice = await rooms.entered({ id: 'alice' });
    const bob = await rooms.entered({ id: 'bob' });
    const [audio] = await publish(alice, 'self', ['audio']);
    const events = rooms.media.rooms[0]?.events;
    events?.dominantSpeaker('of nobody');
    events?.dominantSpeaker(audio?.id ?? '');
    events?.audioVolumes([{ producerId: audio?.id ?? '', decibels: -20 }]);
    events?.audioVolumes([]);
    expect(told(bob, 'activeSpeakerChanged')).toMatchObject([{ participantId: 'alice', key: 'self' }]);
    expect(told(bob, 'audioLevels')).toEqual([{ levels: [['alice', 0.1]] }, { levels: [] }]);
    expect((await (await rooms.entered()).answer).activeSpeakerId).toBe('alice');
    alice.room.remove(alice.participant, 'left', null);
    expect(told(bob, 'activeSpeakerChanged').at(-1)).toMatchObject({ participantId: null, key: null });
  });
});
