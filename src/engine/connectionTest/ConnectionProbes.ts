import {
  browserDevices,
  type CameraFrames,
  countFrames,
  type DeviceOpener,
  loadDevice,
  measureMicrophone,
  type TestedWay,
  TestTransport,
  type Throughput,
  testDevice,
} from '../../media/index.ts';
import { measureHttp, measureSocket, parlourSignalling, testSignalling } from '../../signalling/index.ts';

/** A way to the media server that is open. */
export interface OpenWay {
  path(): Promise<{ readonly roundTripTime: number | null; readonly protocol: string | null }>;
  upload(maxBytes: number, durationMs: number): Promise<Throughput>;
  download(durationMs: number): Promise<Throughput>;
  close(): void;
}

/** The server's part of a test. */
export interface TestSession {
  readonly maxBytes: number;
  /** Whether the server names any TURN servers. */
  readonly hasTurn: boolean;
  /** @throws RoomError `unreachable` when it does not open */
  open(direction: 'up' | 'down', way: TestedWay): Promise<OpenWay>;
  end(): Promise<void>;
}

/** What a connection test looks with. Tests of it bring their own. */
export interface ConnectionProbes {
  readonly devices: Pick<DeviceOpener, 'microphone' | 'camera'>;
  /** The loudest that is heard, from 0 to 1; null where nothing can be measured. */
  microphoneLevel(track: MediaStreamTrack, signal: AbortSignal): Promise<number | null>;
  cameraFrames(track: MediaStreamTrack, signal: AbortSignal): Promise<CameraFrames>;
  /** Milliseconds for a request. */
  http(serverUrl: string, signal: AbortSignal): Promise<number>;
  webSocket(serverUrl: string, signal: AbortSignal): Promise<number>;
  /** @throws RoomError why the server does not allow a test. */
  begin(serverUrl: string, token: string, signal: AbortSignal): Promise<TestSession>;
  now(): number;
}

export const browserProbes: ConnectionProbes = {
  devices: browserDevices,
  microphoneLevel: measureMicrophone,
  cameraFrames: countFrames,
  http: measureHttp,
  webSocket: measureSocket,
  now: () => performance.now(),
  async begin(serverUrl, token, signal) {
    const signalling = testSignalling(serverUrl, signal);
    const [{ iceServers, maxBytes }, { rtpCapabilities }] = await Promise.all([
      signalling.act('start', { token }),
      parlourSignalling.capabilities(serverUrl, signal),
    ]);
    const device = await loadDevice(testDevice, rtpCapabilities);
    const urls = iceServers.flatMap((server) => server.urls);
    return {
      maxBytes,
      hasTurn: urls.some((url) => url.startsWith('turn')),
      open: (direction, way) =>
        TestTransport.open(direction, {
          device,
          way,
          iceServers: iceServers as RTCIceServer[],
          signalling,
          signal,
        }),
      end: async () => {
        await signalling.act('end', {});
      },
    };
  },
};
