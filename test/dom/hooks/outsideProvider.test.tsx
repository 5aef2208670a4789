import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  useActiveSpeaker,
  useAudioLevel,
  useCamera,
  useCanPublish,
  useCensorship,
  useChat,
  useConnection,
  useConnectionQuality,
  useDevices,
  useIsLocalParticipant,
  useIsSpeaking,
  useLocalParticipant,
  useMicrophone,
  useMixedAudio,
  useModeration,
  useParticipant,
  useParticipantName,
  useParticipants,
  usePermission,
  usePermissions,
  useRaisedHand,
  useReactions,
  useRemoteStreams,
  useRoom,
  useRoomStore,
  useScreenShare,
  useSpeaker,
  useStats,
  useStream,
  useStreamAudio,
  useStreamVideo,
  useSubscription,
  useTiles,
  useUnreadMessages,
} from '../../../src/hooks/index.ts';
import { createStaticRoomStore } from '../../../src/store/index.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';

const hooks: Record<string, () => unknown> = {
  useActiveSpeaker,
  useAudioLevel: () => useAudioLevel('a'),
  useCamera,
  useCanPublish: () => useCanPublish('audio'),
  useChat,
  useCensorship: () => useCensorship('audio'),
  useConnection,
  useConnectionQuality: () => useConnectionQuality('a'),
  useDevices,
  useIsLocalParticipant: () => useIsLocalParticipant('a'),
  useIsSpeaking: () => useIsSpeaking('a'),
  useLocalParticipant,
  useMicrophone,
  useMixedAudio,
  useParticipant: () => useParticipant('a'),
  useParticipantName: () => useParticipantName('a'),
  useModeration,
  usePermission: () => usePermission('audio'),
  useParticipants,
  usePermissions,
  useRaisedHand,
  useReactions,
  useRemoteStreams,
  useRoom,
  useRoomStore,
  useScreenShare,
  useStats: () => useStats('a'),
  useSpeaker,
  useStream: () => useStream('a'),
  useStreamAudio: () => useStreamAudio('a'),
  useStreamVideo: () => useStreamVideo('a'),
  useSubscription: () => useSubscription('a'),
  useTiles,
  useUnreadMessages,
};

describe('outside a provider', () => {
  // React tells of what a component throws by the console as well.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
  afterEach(() => void vi.restoreAllMocks());

  it.each(Object.entries(hooks))('%s says what to put around it', (_name, hook) => {
    expect(() => renderHook(hook)).toThrow(/Put <RoomProvider room=\{room\}>/);
  });

  it('useRoom says why there is no room under a static store', () => {
    const wrapper = inRoom({ store: createStaticRoomStore() });
    expect(() => renderHook(useRoom, { wrapper })).toThrow(/static store/);
  });
});
