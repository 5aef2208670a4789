import type { DeviceCatalog, DeviceInfo, DeviceLists, DevicePermission } from '../../../media/index.ts';
import { sameValue } from '../../sameValue.ts';

/** What has changed since the last look. */
export interface DeviceNews {
  readonly lists?: DeviceLists;
  readonly permissions: Partial<Record<Name, DevicePermission>>;
}

type Name = 'microphone' | 'camera';

/** Which devices there are and what is allowed, for as long as somebody wants to know. */
export class DeviceInventory {
  readonly #catalog: DeviceCatalog;
  readonly #changed: (news: DeviceNews) => void;
  #holds = 0;
  #unwatch: () => void = () => {};
  #lists: DeviceLists = { audioinput: [], audiooutput: [], videoinput: [] };
  #permissions: Readonly<Record<Name, DevicePermission>> = { microphone: 'unknown', camera: 'unknown' };
  /** The look that is being taken, and the one that is to follow it: what changes meanwhile it may have missed. */
  #looking: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(catalog: DeviceCatalog, changed: (news: DeviceNews) => void) {
    this.#catalog = catalog;
    this.#changed = changed;
  }

  /** Looks now and whenever something changes, until everybody who holds it has let go. */
  hold(): () => void {
    this.#holds += 1;
    if (this.#holds === 1) {
      this.#unwatch = this.#catalog.watch(() => void this.look());
      void this.look();
    }
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holds -= 1;
      if (this.#holds === 0) this.#unwatch();
    };
  }

  /** Looks anew. Browsers tell of one plug by several events; those are one look. */
  look(): Promise<void> {
    if (!this.#looking) {
      this.#looking = this.#look().finally(() => {
        this.#looking = null;
      });
      return this.#looking;
    }
    this.#next ??= this.#looking.then(() => {
      this.#next = null;
      return this.look();
    });
    return this.#next;
  }

  async #look(): Promise<void> {
    const [lists, microphone, camera] = await Promise.all([
      // What cannot be listed is as it was.
      this.#catalog.list().catch(() => this.#lists),
      this.#catalog.permission('microphone').catch(() => 'unknown' as const),
      this.#catalog.permission('camera').catch(() => 'unknown' as const),
    ]);
    const permissions = {
      ...(microphone !== this.#permissions.microphone && { microphone }),
      ...(camera !== this.#permissions.camera && { camera }),
    };
    this.#permissions = { microphone, camera };
    const before = this.#lists;
    this.#lists = {
      audioinput: kept(before.audioinput, lists.audioinput),
      audiooutput: kept(before.audiooutput, lists.audiooutput),
      videoinput: kept(before.videoinput, lists.videoinput),
    };
    const listed = !sameValue(before, this.#lists);
    if (listed || Object.keys(permissions).length > 0)
      this.#changed({ permissions, ...(listed && { lists: this.#lists }) });
  }
}

/** The same list as long as the same is in it. Browsers make new objects for the same devices, with inherited properties. */
function kept(before: readonly DeviceInfo[], now: readonly DeviceInfo[]): readonly DeviceInfo[] {
  const plain = now.map(({ deviceId, groupId, label }) => ({ deviceId, groupId, label }));
  return sameValue(before, plain) ? before : plain;
}
