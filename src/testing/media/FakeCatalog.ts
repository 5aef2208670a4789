import type { DeviceCatalog, DeviceInfo, DeviceLists, DevicePermission } from '../../engine/index.ts';

/** Devices that a test plugs in and out, and permissions that it gives and takes. */
export class FakeCatalog implements DeviceCatalog {
  readonly #lists: Record<MediaDeviceKind, readonly DeviceInfo[]> = { audioinput: [], audiooutput: [], videoinput: [] };
  readonly #permissions = { microphone: 'unknown' as DevicePermission, camera: 'unknown' as DevicePermission };
  readonly #known = new Set<MediaDeviceKind>();
  readonly #watchers = new Set<() => void>();
  /** How often the devices were listed. */
  looks = 0;

  get watchers(): number {
    return this.#watchers.size;
  }

  async list(): Promise<DeviceLists> {
    this.looks += 1;
    return { ...this.#lists };
  }

  async permission(name: 'microphone' | 'camera') {
    return this.#permissions[name] as Exclude<DevicePermission, 'dismissed'>;
  }

  watch(changed: () => void): () => void {
    const watcher = () => changed();
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** These are all there are of the kind; browsers tell of it several times. A name alone is the id, too. */
  plug(kind: MediaDeviceKind, ...devices: (string | DeviceInfo)[]): void {
    this.#known.add(kind);
    this.#lists[kind] = devices.map((device) => (typeof device === 'string' ? fakeDevice(device) : device));
    for (let times = 0; times < 3; times += 1) this.#tell();
  }

  permit(name: 'microphone' | 'camera', permission: DevicePermission): void {
    this.#permissions[name] = permission;
    this.#tell();
  }

  /** All of the kind, or null while a test has said nothing of it. */
  all(kind: MediaDeviceKind): readonly DeviceInfo[] | null {
    return this.#known.has(kind) ? this.#lists[kind] : null;
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

/** A device whose id tells its name. */
export function fakeDevice(deviceId: string, label = `The ${deviceId}`, groupId = deviceId): DeviceInfo {
  return { deviceId, label, groupId };
}
