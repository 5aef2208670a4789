/** How long pictures are counted, and how long the first is waited for, in milliseconds. */
const COUNT_MS = 1_000;
const FIRST_MS = 3_000;
const LOOK_MS = 50;

/** What a camera gives. */
export interface CameraFrames {
  readonly width: number;
  readonly height: number;
  /** 0: no picture came. */
  readonly framesPerSecond: number;
}

/** Counts the pictures of a camera for a second. */
export async function countFrames(track: MediaStreamTrack, signal: AbortSignal): Promise<CameraFrames> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await video.play().catch(() => {});
    const shown = () => video.getVideoPlaybackQuality().totalVideoFrames;
    const start = performance.now();
    while (shown() === 0 && performance.now() - start < FIRST_MS && !signal.aborted) await pause();
    const first = { frames: shown(), at: performance.now() };
    while (first.frames > 0 && performance.now() - first.at < COUNT_MS && !signal.aborted) await pause();
    const frames = shown() - first.frames;
    const seconds = (performance.now() - first.at) / 1000;
    const { videoWidth: width, videoHeight: height } = video;
    return { width, height, framesPerSecond: seconds > 0 ? Math.round(frames / seconds) : 0 };
  } finally {
    video.srcObject = null;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}
