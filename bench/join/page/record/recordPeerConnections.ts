import { directionOf, type Recording } from './Recording.ts';

/**
 * Marks negotiation, ICE, DTLS and the first packets of each transport.
 *
 * @returns The tracks that come from others.
 */
export function recordPeerConnections(recording: Recording): ReadonlySet<MediaStreamTrack> {
  const tracks = new Set<MediaStreamTrack>();
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      recording.connections.add(this);
      this.addEventListener('iceconnectionstatechange', () =>
        recording.mark(`${directionOf(this)} ICE ${this.iceConnectionState}`),
      );
      this.addEventListener('connectionstatechange', () =>
        recording.mark(`${directionOf(this)} transport ${this.connectionState}`),
      );
      this.addEventListener('track', ({ track }) => {
        tracks.add(track);
        track.addEventListener('unmute', () => recording.packetReceived(track.kind), { once: true });
      });
    }

    override close(): void {
      recording.connections.delete(this);
      super.close();
    }

    override async setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void> {
      await super.setLocalDescription(description);
      recording.mark(`${directionOf(this)} local SDP set`);
    }

    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      await super.setRemoteDescription(description);
      recording.mark(`${directionOf(this)} remote SDP set`);
    }
  };
  return tracks;
}
