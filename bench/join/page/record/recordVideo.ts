import type { Recording } from './Recording.ts';

/** Marks when the first frame of somebody else's video has come and when it is on the page. */
export function recordVideo(recording: Recording, remoteTracks: ReadonlySet<MediaStreamTrack>): void {
  const watched = new WeakSet<HTMLVideoElement>();
  // Media events do not bubble, but they are captured. This one comes as soon as an element gets a stream.
  addEventListener(
    'loadstart',
    ({ target }) => {
      if (!(target instanceof HTMLVideoElement) || watched.has(target)) return;
      const track = target.srcObject instanceof MediaStream ? target.srcObject.getVideoTracks()[0] : undefined;
      if (!track || !remoteTracks.has(track)) return;
      watched.add(target);
      recording.mark('video element has its track');
      target.requestVideoFrameCallback((_now, { receiveTime }) => {
        if (receiveTime !== undefined) recording.mark('first frame received', receiveTime);
        recording.frameRendered();
      });
    },
    { capture: true },
  );
}
