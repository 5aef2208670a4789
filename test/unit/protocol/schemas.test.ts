import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  capabilitiesAnswer,
  joinAnswer,
  joinRequest,
  MAX_BAN_SECS,
  MAX_BATCH,
  MAX_CONTEXT_LENGTH,
  MAX_REACTION_LENGTH,
  type NotificationMethod,
  notifications,
  PROTOCOL_VERSION,
  type RequestMethod,
  requests,
  wireError,
} from '../../../src/protocol/index.ts';
import { ALL_GRANTS, ROOM_ID } from '../../../src/testing/clientToken.ts';
import { consumerParameters } from '../../../src/testing/room-server/consumerParameters.ts';

const uuid = '33333333-3333-4333-8333-333333333333';
const dtlsParameters = { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: 'AB:CD' }] };
const rtpCapabilities = { codecs: [], headerExtensions: [] };
const streamKind = { producerId: 'p', enabled: true, censored: false, width: 1280, height: 720, spatialLayers: 3 };
const stream = { key: 'self', audio: null, video: streamKind };
const participant = {
  id: 'a',
  canReceiveMessages: true,
  origin: 'remote',
  connection: 'connected',
  joinedAt: 1,
  grants: ALL_GRANTS,
  streams: [stream],
};
const producer = { id: uuid, kind: 'video', rtpParameters: consumerParameters('video', 1, 'c') };
const join = {
  version: PROTOCOL_VERSION,
  roomId: ROOM_ID,
  token: 'a.b.c',
  connectionId: uuid,
  capabilitiesHash: 'h',
  rtpCapabilities,
  initialDemand: { audio: 20, video: 9 },
};
const transport = {
  id: 't',
  iceParameters: { usernameFragment: 'u', password: 'p', iceLite: true },
  iceCandidates: [
    {
      foundation: 'f',
      priority: 1,
      address: '::1',
      ip: '::1',
      protocol: 'tcp',
      port: 1,
      type: 'host',
      tcpType: 'passive',
    },
  ],
  dtlsParameters,
};
const answer = {
  sessionId: 's',
  seq: 0,
  self: participant,
  transports: { send: transport, receive: transport },
  iceServers: [{ urls: ['stun:a'] }, { urls: 'turn:b', username: 'u', credential: 'c' }],
  initial: { templates: [], consumers: [] },
  participants: [participant],
  participantsRemaining: 0,
  activeSpeakerId: null,
  recording: true,
  tokenExpiresAt: 1,
  resumeWindow: 30_000,
  now: 1,
};

const goodRequests: Record<RequestMethod, readonly unknown[]> = {
  attach: [
    { connectionId: uuid, token: 't' },
    { connectionId: uuid, token: 't', lastSeq: 7 },
  ],
  ping: [{}],
  restartIce: [{ direction: 'send' }, { direction: 'receive' }],
  connectTransport: [{ direction: 'send', dtlsParameters }],
  publishStream: [
    { key: 'self', producers: [] },
    { key: 'self', producers: [producer, { ...producer, kind: 'audio', paused: true }] },
  ],
  produce: [{ key: 'self', producer: { ...producer, width: 1280, height: 720 } }],
  updateProducer: [{ id: uuid }, { id: uuid, paused: true, width: 0, height: 16_384 }],
  unpublishStream: [{ key: 'x'.repeat(64) }],
  subscribe: [
    { subscriptions: [] },
    { subscriptions: [{ participantId: 'a', key: 'self', kind: 'video', spatialLayer: 2 }] },
  ],
  updateConsumers: [
    { consumers: [{ id: 'c' }, { id: 'c', paused: false, spatialLayer: 0, temporalLayer: 7, priority: 255 }] },
  ],
  requestKeyFrames: [{ consumerIds: [] }, { consumerIds: ['c'] }],
  unsubscribe: [{ consumerIds: Array.from({ length: MAX_BATCH }, (_, index) => `c${index}`) }],
  mute: [
    { participants: 'all' },
    { participants: ['a'], exclude: ['b'], sources: ['audio', 'video', 'presentation'], reason: 'x'.repeat(256) },
  ],
  unmute: [{ participants: 'all' }, { participants: [], sources: ['video'] }],
  kick: [{ participants: 'all' }, { participants: ['a'], banSecs: MAX_BAN_SECS }],
  changeGrants: [
    { participants: 'all', grants: {} },
    {
      participants: ['a'],
      grants: { publish: ['audio'], subscribe: true, message: false, moderate: true, record: false },
    },
  ],
  admit: [{ participants: 'all' }, { participants: ['a', 'b'] }],
  turnAway: [{ participants: 'all' }, { participants: [] }],
  endSession: [{}],
  refreshToken: [{ token: 't' }],
  sendMessages: [
    { messages: [] },
    { messages: [{ id: uuid, message: { type: 'text', payload: '', meta: 'm' }, recipients: ['a'] }] },
  ],
  sendReaction: [{ reaction: '👩‍👩‍👧‍👦' }],
  updateSelf: [{}, { context: null }, { context: 'desk', handRaised: true }],
  lowerHands: [{ participantIds: [] }, { participantIds: ['a', 'b'] }],
  startRecording: [{}],
  stopRecording: [{}],
  leave: [{}],
};

const badRequests: Record<RequestMethod, readonly unknown[]> = {
  attach: [
    { connectionId: 'guessable', token: 't' },
    { connectionId: uuid, token: 'x'.repeat(8193) },
    { connectionId: uuid, token: 't', lastSeq: -1 },
    { connectionId: uuid, token: 't', lastSeq: 0.5 },
  ],
  ping: [null, 'x'],
  restartIce: [{}, { direction: 'sideways' }],
  connectTransport: [
    { direction: 'sideways', dtlsParameters },
    { direction: 'send', dtlsParameters: { fingerprints: [] } },
    { direction: 'send', dtlsParameters: { fingerprints: [{ algorithm: 'md5', value: 'AB' }] } },
  ],
  publishStream: [
    { key: '', producers: [] },
    { key: 'x'.repeat(65), producers: [] },
    { key: 'self', producers: [producer, producer, producer] },
    { key: 'self', producers: [{ ...producer, id: 'not-a-uuid' }] },
    { key: 'self', producers: [{ ...producer, kind: 'smell' }] },
  ],
  produce: [
    { key: 'self', producer: { ...producer, width: -1 } },
    { key: 'self', producer: { ...producer, width: 1e9 } },
    { key: 'self', producer: { ...producer, width: 1.5 } },
    { key: 'self', producer: { ...producer, rtpParameters: null } },
    {
      key: 'self',
      producer: { ...producer, rtpParameters: { ...producer.rtpParameters, encodings: Array(9).fill({}) } },
    },
    ...[{ maxBitrate: 1.5 }, { ssrc: 2 ** 32 }, { ssrc: -1 }, { codecPayloadType: 256 }, { rtx: { ssrc: 0.5 } }].map(
      (encoding) => ({
        key: 'self',
        producer: { ...producer, rtpParameters: { ...producer.rtpParameters, encodings: [encoding] } },
      }),
    ),
  ],
  updateProducer: [{ paused: true }, { id: uuid, paused: 'yes' }, { id: uuid, width: Number.POSITIVE_INFINITY }],
  unpublishStream: [{}, { key: 5 }, { key: null }],
  subscribe: [
    { subscriptions: Array(MAX_BATCH + 1).fill({ participantId: 'a', key: 'self', kind: 'video' }) },
    { subscriptions: [{ participantId: 'a', key: 'self', kind: 'video', spatialLayer: -1 }] },
    { subscriptions: {} },
  ],
  updateConsumers: [
    { consumers: [{ id: 'c', priority: 0 }] },
    { consumers: [{ id: 'c', priority: 256 }] },
    { consumers: [{ id: 'c', spatialLayer: 8 }] },
    { consumers: [{ id: 'c', spatialLayer: Number.NaN }] },
    { consumers: [{ paused: true }] },
  ],
  requestKeyFrames: [{}, { consumerIds: [''] }, { consumerIds: 'c' }],
  unsubscribe: [{ consumerIds: [''] }, { consumerIds: ['x'.repeat(129)] }, { consumerIds: 'c' }],
  mute: [
    {},
    { participants: 'some' },
    { participants: Array(MAX_BATCH + 1).fill('a') },
    { participants: 'all', sources: [] },
    { participants: 'all', sources: ['smell'] },
    { participants: 'all', reason: 'x'.repeat(257) },
    { participants: 'all', exclude: 'a' },
  ],
  unmute: [{}, { participants: [''] }, { participants: 'all', sources: 'audio' }],
  kick: [
    {},
    { participants: 'all', banSecs: -1 },
    { participants: 'all', banSecs: 0.5 },
    { participants: 'all', banSecs: MAX_BAN_SECS + 1 },
  ],
  changeGrants: [
    { participants: 'all' },
    { participants: 'all', grants: { publish: 'audio' } },
    { participants: 'all', grants: { moderate: 'yes' } },
  ],
  admit: [{}, { participants: 'some' }, { participants: [''] }, { participants: Array(MAX_BATCH + 1).fill('a') }],
  turnAway: [{}, { participants: 'a' }],
  endSession: [null, 'end'],
  refreshToken: [{}, { token: 'x'.repeat(8193) }],
  sendMessages: [
    {},
    { messages: [{ id: 'mine', message: { type: 'text', payload: 'x' } }] },
    { messages: [{ id: uuid, message: { type: 'html', payload: 'x' } }] },
    { messages: [{ id: uuid, message: { type: 'text', payload: 7 } }] },
    { messages: [{ id: uuid, message: { type: 'text', payload: 'x', meta: {} } }] },
    { messages: [{ id: uuid, message: { type: 'text', payload: 'x' }, recipients: [] }] },
    { messages: [{ id: uuid, message: { type: 'text', payload: 'x' }, recipients: Array(MAX_BATCH + 1).fill('a') }] },
  ],
  sendReaction: [{}, { reaction: '' }, { reaction: 'x'.repeat(MAX_REACTION_LENGTH + 1) }],
  updateSelf: [{ context: 'x'.repeat(MAX_CONTEXT_LENGTH + 1) }, { handRaised: 'high' }],
  lowerHands: [{}, { participantIds: [''] }, { participantIds: 'all' }],
  startRecording: [null, 'now'],
  stopRecording: [null, 7],
  leave: [null, [], 'leave'].slice(0, 1),
};

const message = {
  id: uuid,
  participantId: 'a',
  message: { type: 'text', payload: 'Hello' },
  recipients: null,
  sentAt: 1,
};

const goodNotifications: Record<NotificationMethod, unknown> = {
  participantsListed: { participants: [participant], remaining: 3 },
  participantJoined: { participant: { ...participant, name: 'Ada', metadata: { deep: { er: 1 } }, context: 'desk' } },
  participantUpdated: { participant },
  participantsCensored: {
    participants: [
      { participantId: 'a', censored: {} },
      { participantId: 'b', censored: { audio: { by: null }, presentation: { by: 'a', reason: 'enough' } } },
    ],
  },
  participantLeft: { participantId: 'a', reason: 'lost' },
  streamPublished: { participantId: 'a', stream },
  streamUpdated: { participantId: 'a', stream: { ...stream, video: null } },
  streamUnpublished: { participantId: 'a', key: 'self' },
  consumersAdded: { templates: [], consumers: [] },
  consumersClosed: { consumerIds: ['c'] },
  consumerLayersChanged: { consumerId: 'c', layers: { spatialLayer: 0, temporalLayer: 1 } },
  producersWanted: { producers: [{ id: 'producer', spatialLayer: null }] },
  activeSpeakerChanged: { participantId: null, key: null },
  audioLevels: { levels: [['a', 0.5]] },
  messageReceived: { ...message, recipients: ['b'], name: 'Ada' },
  messagesListed: { messages: [message] },
  reactionReceived: { participantId: 'a', reaction: '👍' },
  recordingChanged: { active: true },
  qualityChanged: { participants: [['a', 0]], producers: [['p', 5]], consumers: [['c', 2]], receiving: 4 },
  waitingChanged: { waiting: [{ id: 'a', name: 'Ada', metadata: { deep: 1 }, context: 'desk', since: 1 }] },
  disconnecting: { reason: 'kicked' },
};

/** Whatever JSON can say, with the names that hostile messages like. */
const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.object({
    key: fc.constantFrom('__proto__', 'constructor', 'toString', 'key', 'id', 'producers', 'token', 'kind'),
  }),
);

describe('requests', () => {
  it.each(Object.entries(goodRequests))('%s is taken as it must be', (method, examples) => {
    for (const data of examples)
      expect(v.safeParse(requests[method as RequestMethod].data, data).issues).toBeUndefined();
  });

  it.each(Object.entries(badRequests))('%s is refused when something in it is wrong', (method, examples) => {
    for (const data of examples) {
      expect(v.is(requests[method as RequestMethod].data, data), JSON.stringify(data).slice(0, 200)).toBe(false);
    }
  });

  it.each(Object.entries(requests))(
    '%s gives an answer for every input and lets nothing unknown through',
    (_method, { data }) => {
      const known = Object.keys(data.entries);
      fc.assert(
        fc.property(hostile, (input) => {
          const parsed = v.safeParse(data, input);
          if (!parsed.success) return;
          expect(known).toEqual(expect.arrayContaining(Object.keys(parsed.output as object)));
          expect(Object.getPrototypeOf(parsed.output)).toBe(Object.prototype);
        }),
      );
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it('lose what nobody asked for', () => {
    expect(v.parse(requests.unpublishStream.data, { key: 'self', participantId: 'somebody else' })).toEqual({
      key: 'self',
    });
  });
});

describe('a join', () => {
  it('is taken with all and with only what it needs', () => {
    const all = {
      ...join,
      context: 'desk',
      enableMessages: true,
      dtls: { send: dtlsParameters, receive: dtlsParameters },
    };
    expect(v.parse(joinRequest, all)).toEqual(all);
    expect(v.parse(joinRequest, join)).toEqual({ ...join, enableMessages: false });
  });

  it.each<[string, object]>([
    ['a room id that is no uuid', { roomId: '../../etc/passwd' }],
    ['a token as long as a book', { token: 'x'.repeat(8193) }],
    ['a connection id that can be guessed', { connectionId: '1' }],
    ['a context that is too long', { context: 'x'.repeat(MAX_CONTEXT_LENGTH + 1) }],
    ['a greedy demand', { initialDemand: { audio: 101, video: 0 } }],
    ['a negative demand', { initialDemand: { audio: 0, video: -1 } }],
    ['half a demand', { initialDemand: { audio: 0.5, video: 0 } }],
    [
      'too many codecs',
      {
        rtpCapabilities: {
          codecs: Array(65).fill({ kind: 'audio', mimeType: 'a/b', clockRate: 1 }),
          headerExtensions: [],
        },
      },
    ],
    ['no capabilities', { rtpCapabilities: undefined }],
    ['fingerprints of one transport only', { dtls: { send: dtlsParameters } }],
  ])('is refused with %s', (_what, change) => {
    expect(v.is(joinRequest, { ...join, ...change })).toBe(false);
  });

  it('of another version is understood, so that it can be refused with a reason', () => {
    expect(v.is(joinRequest, { ...join, version: 99 })).toBe(true);
  });

  it('never throws, whatever arrives', () => {
    fc.assert(fc.property(hostile, (input) => void v.safeParse(joinRequest, input)));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(join)), hostile, (field, value) => {
        v.safeParse(joinRequest, { ...join, [field]: value });
      }),
    );
  });
});

describe('answers', () => {
  it('of the server are taken', () => {
    expect(v.parse(joinAnswer, answer)).toEqual(answer);
    const capabilities = { version: PROTOCOL_VERSION, hash: 'h', rtpCapabilities };
    expect(v.parse(capabilitiesAnswer, capabilities)).toEqual(capabilities);
    expect(v.is(wireError, { error: { code: 'room-full', message: 'Full.' } })).toBe(true);
  });

  it('of another version are refused', () => {
    expect(v.is(capabilitiesAnswer, { version: PROTOCOL_VERSION + 1, hash: 'h', rtpCapabilities })).toBe(false);
  });

  it('that lack anything are refused', () => {
    for (const field of Object.keys(answer)) {
      expect(v.is(joinAnswer, { ...answer, [field]: undefined }), field).toBe(false);
    }
  });
});

describe('notifications', () => {
  it.each(Object.entries(goodNotifications))('%s is taken', (method, data) => {
    expect(v.parse(notifications[method as NotificationMethod], data)).toEqual(data);
  });

  it.each(Object.entries(notifications))('%s never throws, whatever arrives', (_method, schema) => {
    fc.assert(fc.property(hostile, (input) => void v.safeParse(schema, input)));
  });

  it('that say something impossible are refused', () => {
    expect(v.is(notifications.disconnecting, { reason: 'bored' })).toBe(false);
    expect(v.is(notifications.participantLeft, { participantId: 'a', reason: 'flew' })).toBe(false);
    expect(v.is(notifications.audioLevels, { levels: [['a']] })).toBe(false);
    expect(v.is(notifications.streamPublished, { participantId: 'a', stream: { key: 'self' } })).toBe(false);
  });
});
