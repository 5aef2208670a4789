import { roomError } from '../../errors/index.ts';
import { deviceError } from './deviceError.ts';

/** The tracks of a screen share; its sound only where the person and the browser allow it. */
export interface ScreenTracks {
  readonly video: MediaStreamTrack;
  readonly audio: MediaStreamTrack | null;
}

/** Which device to open; without one, the system's default. */
export interface DeviceWish {
  readonly deviceId: string;
  /** False: another one will do when it is not there. */
  readonly exact: boolean;
}

/** How devices are opened. Tests and other platforms bring their own. */
export interface DeviceOpener {
  /** @throws RoomError `device-…` */
  microphone(wish?: DeviceWish): Promise<MediaStreamTrack>;
  camera(wish?: DeviceWish): Promise<MediaStreamTrack>;
  screen(): Promise<ScreenTracks>;
}

/** Ideal, never exact: a camera that cannot do it gives what it has. */
const CAMERA: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
const MICROPHONE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** As it is played: what makes a voice clearer spoils music. */
const SCREEN_SOUND = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
  // Others would hear themselves: https://w3c.github.io/mediacapture-screen-share/
  restrictOwnAudio: true,
};

export const browserDevices: DeviceOpener = {
  async microphone(wish) {
    const stream = await capture((devices) =>
      devices.getUserMedia({ audio: { ...MICROPHONE, ...constraintOf(wish) } }),
    );
    return firstOf(stream.getAudioTracks());
  },
  async camera(wish) {
    const stream = await capture((devices) => devices.getUserMedia({ video: { ...CAMERA, ...constraintOf(wish) } }));
    return firstOf(stream.getVideoTracks());
  },
  async screen() {
    const stream = await capture((devices) => {
      if (!devices.getDisplayMedia)
        throw roomError('browser-unsupported', 'This browser cannot share the screen. Use one on a computer.');
      return devices.getDisplayMedia({ video: { frameRate: { ideal: 15 } }, audio: SCREEN_SOUND });
    });
    const video = firstOf(stream.getVideoTracks());
    video.contentHint = 'detail';
    return { video, audio: stream.getAudioTracks()[0] ?? null };
  },
};

function constraintOf(wish: DeviceWish | undefined): MediaTrackConstraints {
  if (!wish) return {};
  const { deviceId, exact } = wish;
  return { deviceId: exact ? { exact: deviceId } : { ideal: deviceId } };
}

async function capture(open: (devices: MediaDevices) => Promise<MediaStream>): Promise<MediaStream> {
  const devices = globalThis.navigator?.mediaDevices;
  if (!devices) {
    throw roomError(
      'browser-unsupported',
      'There are no media devices here. Browsers offer them on https:// and on localhost only.',
    );
  }
  try {
    return await open(devices);
  } catch (error) {
    throw error instanceof Error && error.name === 'RoomError' ? error : deviceError(error);
  }
}

function firstOf(tracks: MediaStreamTrack[]): MediaStreamTrack {
  const track = tracks[0];
  if (!track) throw roomError('device-not-found');
  return track;
}
