import type { RoomOptions } from 'parlour';

type Devices = NonNullable<NonNullable<RoomOptions['environment']>['devices']>;

/**
 * A camera of 640×360: two people's browsers and the SFU share one machine here, and how long a machine takes to
 * encode large pictures for both is not what is measured.
 */
export const smallCamera: Devices = {
  camera: async () => firstOf(await capture({ video: { width: 640, height: 360, frameRate: 30 } })),
  microphone: async () => firstOf(await capture({ audio: true })),
  screen: () => Promise.reject(new Error('Nobody shares a screen here.')),
};

const capture = (constraints: MediaStreamConstraints) => navigator.mediaDevices.getUserMedia(constraints);

const firstOf = (stream: MediaStream) => stream.getTracks()[0] as MediaStreamTrack;
