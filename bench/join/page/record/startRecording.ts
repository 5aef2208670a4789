import { Recording } from './Recording.ts';
import { recordPeerConnections } from './recordPeerConnections.ts';
import { recordSignalling } from './recordSignalling.ts';
import { recordVideo } from './recordVideo.ts';

/** Wraps what the browser offers. Whatever is loaded afterwards uses that, and is recorded. */
export function startRecording(): Recording {
  const recording = new Recording();
  addEventListener('click', ({ timeStamp }) => recording.mark('click', timeStamp), { capture: true, once: true });
  recordSignalling(recording);
  recordVideo(recording, recordPeerConnections(recording));
  return recording;
}
