import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Unused } from './without.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const fileOf = (name: string, file: string) =>
  JSON.stringify(path.join(path.dirname(path.dirname(resolve(name))), file));

/** A dependency of which the package carries what it uses, in place of having an application load all of it. */
export interface LeanDependency {
  readonly package: string;
  /** Whose import of it is meant. The rest (the test kit, say) imports the package itself. */
  readonly importedBy: readonly string[];
  /** What is used of it. */
  readonly code: string;
  /** What stands for modules that are never used, by the end of their specifier. */
  readonly instead: readonly (readonly [specifier: RegExp, code: string])[];
  /** What no room calls of the rest. */
  readonly unused?: Unused;
}

const emitter = `export { EventEmitter } from ${JSON.stringify(path.join(here, 'EventEmitter.js'))};`;
const silence = 'class Logger { debug() {} warn() {} error() {} }';

const HANDLERS = ['Chrome111', 'Firefox120', 'Safari12'];
const ofHandlers = (...members: string[]) => HANDLERS.flatMap((name) => members.map((member) => `${name}.${member}`));

const mediasoup = {
  package: 'mediasoup-client',
  code: `export { Device } from ${fileOf('mediasoup-client', 'lib/Device.js')};`,
  instead: [
    // The handlers of React Native and of Chromium before 111: the library needs more than these have.
    [/\/handlers\/(Chrome74|ReactNative106)$/, 'export const Chrome74 = null, ReactNative106 = null;'],
    [/\/Logger$/, `export ${silence}`],
    [/^events-alias$/, emitter],
    [/^sdp-transform$/, `export * from ${JSON.stringify(path.join(here, 'sdp.ts'))};`],
    [/^awaitqueue$/, `export * from ${JSON.stringify(path.join(here, 'AwaitQueue.ts'))};`],
    // Its own entry, for the version that it writes into descriptions.
    [/^\.\.\/\.\.\/$/, `export { version } from ${fileOf('mediasoup-client', 'package.json')};`],
  ],
} as const;

/** Of what is in both: it is the server that pauses, for which nothing is negotiated, and senders that switch layers. */
const negotiated: Unused = {
  members: [
    'Producer.pause',
    'Producer.resume',
    'Consumer.pause',
    'Consumer.resume',
    'Transport.pausePendingConsumers',
    'Transport.resumePendingConsumers',
    ...ofHandlers('pauseSending', 'resumeSending', 'pauseReceiving', 'resumeReceiving'),
    'RemoteSdp.pauseMediaSection',
    'RemoteSdp.resumeSendingMediaSection',
    'RemoteSdp.resumeReceivingMediaSection',
    'Producer.setMaxSpatialLayer',
    'Producer.setRtpEncodingParameters',
    ...ofHandlers('setMaxSpatialLayer', 'setRtpEncodingParameters'),
    'RemoteSdp.muxMediaSectionSimulcast',
    'RemoteAnswerMediaSection.muxSimulcastStreams',
  ],
  events: ['@pause', '@resume', '@setmaxspatiallayer', '@setrtpencodingparameters'],
};

/** Names for the same, and listeners before others: nobody calls them. */
const otherListeners = [
  'addListener',
  'prependListener',
  'prependOnceListener',
  'removeListener',
  'listeners',
  'rawListeners',
].map((name) => `EnhancedEventEmitter.${name}`);

const dataChannels = [
  'Transport.produceData',
  'Transport.consumeData',
  'Transport.getDataChannelMaxMessageSize',
  'Transport.handleDataProducer',
  'Transport.handleDataConsumer',
  ...ofHandlers('sendDataChannel', 'receiveDataChannel', 'getDataChannelMaxMessageSize'),
  'RemoteSdp.sendSctpAssociation',
  'RemoteSdp.receiveSctpAssociation',
];

/** By the name of the file that they become. */
export const dependencies: Readonly<Record<string, LeanDependency>> = {
  'mediasoup-client': {
    ...mediasoup,
    importedBy: ['media/loadDevice.ts'],
    unused: { ...negotiated, members: [...negotiated.members, ...otherListeners, ...dataChannels] },
  },
  'mediasoup-client-data': {
    ...mediasoup,
    importedBy: ['media/connectionTest/testDevice.ts'],
    unused: { ...negotiated, members: [...negotiated.members, ...otherListeners] },
  },
  'protoo-client': {
    package: 'protoo-client',
    importedBy: ['signalling/ProtooSocket.ts', 'signalling/guardProtoo.ts', 'signalling/connectionTest.ts'],
    code: `
      export { default as Peer } from ${fileOf('protoo-client', 'lib/Peer.js')};
      export { default as WebSocketTransport } from ${fileOf('protoo-client', 'lib/transports/WebSocketTransport.js')};
      export { default as Message } from ${fileOf('protoo-client', 'lib/Message.js')};`,
    instead: [
      [/\/Logger$/, `export default ${silence}`],
      [/^events$/, emitter],
      [/^websocket$/, 'export const w3cwebsocket = globalThis.WebSocket;'],
      // A socket is not opened again: that is the connection's business.
      [
        /^retry$/,
        'export default { operation: () => ({ attempt: (run) => run(1), retry: () => false, stop: () => {} }) };',
      ],
    ],
    unused: {
      members: [
        'Peer.closed',
        'Peer.connected',
        'Peer.data',
        'Peer.notify',
        'Message.createNotification',
        'EnhancedEventEmitter.safeEmitAsPromise',
      ],
      events: [],
    },
  },
};
