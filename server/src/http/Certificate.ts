import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { createSecureContext, type Server } from 'node:tls';
import type { Log } from '../rooms/Log.ts';
import { StartupError } from '../StartupError.ts';
import type { TlsSettings } from '../settings/readNetwork.ts';

/** Files are looked at this often: unlike events of the file system, that also sees links that point elsewhere now. */
const LOOK_INTERVAL_MS = 5_000;

/** A certificate and its key in the form that Node takes. */
export interface CertificatePair {
  cert: Buffer;
  key: Buffer;
}

/**
 * Reads the certificate and its key, and sees that they belong together.
 *
 * @throws {@link StartupError} when they cannot be used.
 */
export function readCertificate({ cert, key }: TlsSettings): CertificatePair {
  try {
    const pair = { cert: readFileSync(cert), key: readFileSync(key) };
    createSecureContext(pair);
    return pair;
  } catch (cause) {
    throw new StartupError(
      `The certificate of PARLOUR_TLS_CERT and PARLOUR_TLS_KEY cannot be used (${(cause as Error).message}).`,
      { cause },
    );
  }
}

/**
 * Serves the new certificate when its files change. Until both have, they do not belong together: the one before stays,
 * as it does when the new one cannot be used.
 *
 * @returns Ends it.
 */
export function followCertificate(
  settings: TlsSettings,
  server: Pick<Server, 'setSecureContext'>,
  log: Log,
  intervalMs: number = LOOK_INTERVAL_MS,
): () => void {
  const files = [settings.cert, settings.key];
  const renew = () => {
    try {
      server.setSecureContext(readCertificate(settings));
      log.info({}, 'The TLS certificate has changed; new connections get the new one.');
    } catch (err) {
      log.warn({ err }, 'The TLS certificate has changed and cannot be used yet; the one before stays.');
    }
  };
  for (const file of files) watchFile(file, { interval: intervalMs, persistent: false }, renew);
  return () => {
    for (const file of files) unwatchFile(file, renew);
  };
}
