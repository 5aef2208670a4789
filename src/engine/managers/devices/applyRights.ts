import type { MediaKind } from '../../../protocol/index.ts';
import type { DeviceState } from '../../DeviceState.ts';
import type { DeviceCommands } from '../../RoomCommands.ts';
import { type Rights, refusalOf } from '../../rights.ts';

type Name = 'microphone' | 'camera' | 'screen';

const DEVICES: readonly (readonly [name: Name, key: string, kind: MediaKind])[] = [
  ['microphone', 'self', 'audio'],
  ['camera', 'self', 'video'],
  ['screen', 'presentation', 'video'],
];

const REASONS = ['censored', 'not-allowed'] as const;
type Reason = (typeof REASONS)[number];

/**
 * Turns off the devices that may not be on any more. They stay off when they may again: nobody turns on the microphone
 * of somebody else. What could not be turned on for want of the right is forgotten then.
 *
 * @param reasons - Of what to take care.
 */
export function applyRights(
  devices: Readonly<Record<Name, Pick<DeviceCommands, 'disable'>>>,
  states: Readonly<Record<Name, Pick<DeviceState, 'status'> & { readonly error?: { readonly code: string } }>>,
  rights: Rights,
  reasons: readonly Reason[] = REASONS,
): void {
  for (const [name, key, kind] of DEVICES) {
    const { status, error } = states[name];
    const matters = (code: string | undefined) => reasons.some((reason) => reason === code);
    const refusal = refusalOf(rights, key, kind);
    const outdated = status === 'failed' && refusal === null && matters(error?.code);
    const on = status === 'on' || status === 'starting';
    if (outdated || (on && matters(refusal?.code))) void devices[name].disable().catch(() => {});
  }
}
