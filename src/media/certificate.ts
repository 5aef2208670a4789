import type { DtlsParameters } from '../protocol/index.ts';

/** A DTLS certificate made before the transports, so that its fingerprint can travel with the join. */
export interface Certificate {
  readonly certificate: RTCCertificate;
  readonly fingerprints: DtlsParameters['fingerprints'];
}

type Fingerprint = DtlsParameters['fingerprints'][number];

/** Null where a browser cannot, or does not tell its fingerprints: they are sent when the transport connects, then. */
export async function generateCertificate(): Promise<Certificate | null> {
  if (typeof RTCPeerConnection === 'undefined') return null;
  try {
    const certificate = await RTCPeerConnection.generateCertificate({
      name: 'ECDSA',
      namedCurve: 'P-256',
    } as EcKeyGenParams);
    const fingerprints = certificate.getFingerprints().map(({ algorithm, value }) => ({
      algorithm: algorithm as Fingerprint['algorithm'],
      // Chromium writes it small here and large in SDP; mediasoup compares it as text.
      value: value?.toUpperCase() ?? '',
    }));
    return fingerprints.length > 0 ? { certificate, fingerprints } : null;
  } catch {
    return null;
  }
}
