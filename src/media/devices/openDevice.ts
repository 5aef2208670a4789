import { roomError } from '../../errors/index.ts';
import { deviceError } from './deviceError.ts';

/** The tracks of a screen share; its sound only where the person and the browser allow it. */
export interface ScreenTracks {
  readonly video: MediaStreamTrack;
  readonly audio: MediaStreamTrack | null;
}

/** How devices are opened. Tests and other platforms bring their own. */
export interface DeviceOpener {
  /** @throws RoomError `device-…` */
  microphone(): Promise<MediaStreamTrack>;
  camera(): Promise<MediaStreamTrack>;
  screen(): Promise<ScreenTracks>;
}

/** Ideal, never exact: a camera that cannot do it gives what it has. */
const CAMERA: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
const MICROPHONE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export const browserDevices: DeviceOpener = {
  async microphone() {
    const stream = await capture((devices) => devices.getUserMedia({ audio: MICROPHONE }));
    return firstOf(stream.getAudioTracks());
  },
  async camera() {
    const stream = await capture((devices) => devices.getUserMedia({ video: CAMERA }));
    return firstOf(stream.getVideoTracks());
  },
  async screen() {
    const stream = await capture((devices) => {
      if (!devices.getDisplayMedia)
        throw roomError('browser-unsupported', 'This browser cannot share the screen. Use one on a computer.');
      return devices.getDisplayMedia({ video: { frameRate: { ideal: 15 } }, audio: true });
    });
    const video = firstOf(stream.getVideoTracks());
    video.contentHint = 'detail';
    return { video, audio: stream.getAudioTracks()[0] ?? null };
  },
};

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
