/** A track of pictures that are drawn one by one, where the browser gives no frames. */
export interface CopiedFrames {
  readonly track: MediaStreamTrack;
  draw(picture: ImageBitmap): void;
  stop(): void;
}

/**
 * Copies each new picture of a track and hands it on; what comes back is drawn on a canvas, which is the new track.
 * While one is on its way the next ones are left out.
 */
export async function copyFrames(
  source: MediaStreamTrack,
  handOn: (picture: ImageBitmap) => void,
): Promise<CopiedFrames> {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, playsInline: true, srcObject: new MediaStream([source]) });
  await video.play();
  const canvas = document.createElement('canvas');
  const { width = 640, height = 360 } = source.getSettings();
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('bitmaprenderer');
  const track = canvas.captureStream().getVideoTracks()[0];
  if (!context || !track) throw new Error('This browser makes no track of a canvas.');
  let underWay = false;
  let stopped = false;
  const next = () => {
    if (stopped) return;
    video.requestVideoFrameCallback(next);
    if (underWay) return;
    underWay = true;
    createImageBitmap(video).then(handOn, () => {
      underWay = false;
    });
  };
  video.requestVideoFrameCallback(next);
  return {
    track,
    draw(picture) {
      underWay = false;
      context.transferFromImageBitmap(picture);
    },
    stop() {
      stopped = true;
      track.stop();
      video.srcObject = null;
    },
  };
}
