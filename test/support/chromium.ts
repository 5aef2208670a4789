/** The Chromium that stories and end-to-end tests run in: the system's, or the one that CHROMIUM_PATH names. */
export const chromiumPath: string = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A fake camera and microphone that need no permission, and WebRTC that works over loopback. */
export const chromiumArgs: string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--allow-loopback-in-peer-connection',
  '--autoplay-policy=no-user-gesture-required',
];
