// What belongs to devices and is opened now and then: one file to fetch. In many, what they share with a room would be cut
// into small pieces, which compress badly.
export { PermissionHelp } from '../permission-help/PermissionHelp.tsx';
export { EffectsButton } from '../room-controls/effects/EffectsButton.tsx';
export { SettingsButton } from '../room-controls/settings/SettingsButton.tsx';
export { playTestSound } from './playTestSound.ts';
