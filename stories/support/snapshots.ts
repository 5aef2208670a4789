import type { Grants, Participant, QualityLevel, Stream, Subscription } from '../../src/engine/index.ts';
import type { StaticState } from '../../src/store/index.ts';

/** A person in a story's room. Who comes first in a list is the local one. */
export interface Person {
  name: string;
  camera?: MediaStreamTrack | undefined;
  screen?: MediaStreamTrack | undefined;
  muted?: boolean;
  speaking?: boolean;
  /** Censored by a moderator. */
  censored?: boolean;
  connection?: Participant['connection'];
  /** Its hand is up. */
  hand?: boolean;
  /** From 0 to 5. */
  quality?: QualityLevel;
  /** It may moderate. */
  moderator?: boolean;
  /** It may record. */
  recorder?: boolean;
  /** It may publish nothing, and does not. */
  watching?: boolean;
  /** Why we get no video of it. */
  reason?: Subscription['reason'];
}

const grants: Grants = {
  publish: ['audio', 'video', 'presentation'],
  subscribe: true,
  message: true,
  moderate: false,
  record: false,
};

function streamOf(person: Person, participantId: string, key: string, local: boolean): Stream {
  const videoTrack = key === 'self' ? person.camera : person.screen;
  return {
    id: `${participantId}/${key}`,
    key,
    participantId,
    origin: local ? 'local' : 'remote',
    isAudioEnabled: key === 'self' && !person.muted,
    isVideoEnabled: videoTrack !== undefined,
    isAudioCensored: false,
    isVideoCensored: person.censored === true && key === 'self',
    isConfigured: true,
    ...(videoTrack && { videoTrack }),
  };
}

/** A snapshot of a connected room with these people in it. */
export function roomOf(
  people: readonly Person[],
  change: Pick<StaticState, 'connection' | 'devices' | 'chat'> = {},
): StaticState {
  const participants = new Map<string, Participant>();
  const streams = new Map<string, Stream>();
  const subscriptions = new Map<string, Map<string, Subscription>>();
  const connectionQualities = new Map<string, QualityLevel>();
  for (const [index, person] of people.entries()) {
    const id = `person-${index + 1}`;
    const local = index === 0;
    const keys = person.watching ? [] : person.screen ? ['self', 'presentation'] : ['self'];
    if (person.quality !== undefined) connectionQualities.set(id, person.quality);
    const own = keys.map((key) => streamOf(person, id, key, local));
    for (const stream of own) streams.set(stream.id, stream);
    participants.set(id, {
      id,
      name: person.name,
      streams: Object.fromEntries(own.map((stream) => [stream.key, stream.id])),
      canReceiveMessages: true,
      origin: local ? 'local' : 'remote',
      isSpeaking: person.speaking === true,
      connection: person.connection ?? 'connected',
      joinedAt: new Date(Date.UTC(2026, 0, 1, 12, 0, index)),
      grants: {
        ...grants,
        ...(person.watching && { publish: [] }),
        ...(person.moderator && { moderate: true }),
        ...(person.recorder && { record: true }),
      },
      ...(person.censored && { censored: { audio: { by: null } } }),
      ...(person.hand && { handRaisedAt: new Date(Date.UTC(2026, 0, 1, 13)) }),
    });
    if (person.reason) {
      const subscription: Subscription = {
        id: `${id}/self`,
        participantId: id,
        key: 'self',
        audio: true,
        video: true,
        status: 'paused',
        reason: person.reason,
      };
      subscriptions.set(id, new Map([['self', subscription]]));
    }
  }
  const me = people[0];
  return {
    connection: change.connection ?? { status: 'connected' },
    localParticipantId: people.length > 0 ? 'person-1' : '',
    activeSpeakerId: [...participants.values()].find(({ isSpeaking }) => isSpeaking)?.id ?? null,
    participants,
    streams,
    subscriptions,
    connectionQualities,
    ...(change.chat && { chat: change.chat }),
    devices: {
      microphone: { status: 'off' },
      camera: me?.camera ? { status: 'on', track: me.camera } : { status: 'off' },
      screen: me?.screen ? { status: 'on', track: me.screen } : { status: 'off' },
      ...change.devices,
    },
  };
}
