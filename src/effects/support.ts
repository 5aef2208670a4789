/** Whether this browser can blur and replace backgrounds: offer them only where it can. */
export function supportsBackground(): boolean {
  return (
    typeof Worker === 'function' &&
    typeof OffscreenCanvas === 'function' &&
    typeof HTMLVideoElement === 'function' &&
    'requestVideoFrameCallback' in HTMLVideoElement.prototype &&
    'captureStream' in HTMLCanvasElement.prototype
  );
}

/** Whether this browser can suppress noise. */
export function supportsNoiseSuppression(): boolean {
  return typeof AudioWorkletNode === 'function' && typeof WebAssembly === 'object';
}
