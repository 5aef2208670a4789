import { getDevices } from './getDevices.ts';

/** A microphone, camera or loudspeaker of this machine. */
export type DeviceInfo = Pick<MediaDeviceInfo, 'deviceId' | 'groupId' | 'label'>;

/** All devices, by kind. */
export type DeviceLists = Readonly<Record<MediaDeviceKind, readonly DeviceInfo[]>>;

/**
 * Whether a page may use a kind of device. `unknown`: the browser does not tell before it is asked; `prompt`: the
 * person will be asked; `dismissed`: the person was asked, and closed the question.
 */
export type DevicePermission = 'unknown' | 'prompt' | 'granted' | 'denied' | 'dismissed';

/** What there is and what of it may be used. Tests and other platforms bring their own. */
export interface DeviceCatalog {
  list(): Promise<DeviceLists>;
  permission(name: 'microphone' | 'camera'): Promise<Exclude<DevicePermission, 'dismissed'>>;
  /** Calls back when a list or a permission may have changed. @returns Undoes it. */
  watch(changed: () => void): () => void;
}

const watchers = new Set<() => void>();
/** Ends what listens for everybody; null while nobody does. */
let unlisten: (() => void) | null = null;

/** The browser's own. It listens once, for however many rooms. */
export const browserDeviceCatalog: DeviceCatalog = {
  list: getDevices,
  async permission(name) {
    return (await query(name))?.state ?? 'unknown';
  },
  watch(changed) {
    // The same function may be given twice.
    const watcher = () => changed();
    watchers.add(watcher);
    unlisten ??= listen();
    return () => {
      watchers.delete(watcher);
      if (watchers.size > 0) return;
      unlisten?.();
      unlisten = null;
    };
  },
};

function listen(): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const tell = () => {
    for (const watcher of [...watchers]) watcher();
  };
  globalThis.navigator?.mediaDevices?.addEventListener?.('devicechange', tell, { signal });
  for (const name of ['microphone', 'camera'] as const) {
    void query(name).then((status) => {
      if (!signal.aborted) status?.addEventListener('change', tell, { signal });
    });
  }
  return () => ended.abort();
}

/** Null where the browser does not know such a permission: not all have one for each device. */
async function query(name: 'microphone' | 'camera'): Promise<PermissionStatus | null> {
  try {
    return (await globalThis.navigator?.permissions?.query({ name: name as PermissionName })) ?? null;
  } catch {
    return null;
  }
}
