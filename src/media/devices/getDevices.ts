import { deviceError } from './deviceError.ts';

/** The media devices of this machine, by kind. Labels are empty until the person has allowed one. */
export interface Devices {
  readonly audioinput: readonly MediaDeviceInfo[];
  readonly audiooutput: readonly MediaDeviceInfo[];
  readonly videoinput: readonly MediaDeviceInfo[];
}

/** Lists microphones, loudspeakers and cameras. Where there is no browser, the lists are empty. */
export async function getDevices(): Promise<Devices> {
  let all: MediaDeviceInfo[];
  try {
    all = (await globalThis.navigator?.mediaDevices?.enumerateDevices()) ?? [];
  } catch (error) {
    throw deviceError(error);
  }
  const ofKind = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind);
  return { audioinput: ofKind('audioinput'), audiooutput: ofKind('audiooutput'), videoinput: ofKind('videoinput') };
}
