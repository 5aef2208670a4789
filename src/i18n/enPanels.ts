import { enMenus } from './enMenus.ts';
import { createPlural } from './plural.ts';

const plural = /* @__PURE__ */ createPlural('en');

/** The words of panels and of all else that is loaded when it is first opened, in English. They are loaded with it. */
export const enPanels = {
  ...enMenus,

  'panel.close': 'Close',

  'controls.settings': 'Settings',
  'dialog.close': 'Close',
  'dialog.cancel': 'Cancel',

  'chat.label': 'Chat',
  'chat.empty': 'No messages yet',
  'chat.emptyHint': 'What you write goes to everybody in the room.',
  'chat.placeholder': 'Write a message',
  'chat.send': 'Send',
  'chat.pending': 'Sending…',
  'chat.failed': (why: string) => `Not sent. ${why}`,
  'chat.retry': 'Send again',
  'chat.discard': 'Discard',
  'chat.you': 'You',
  'chat.private': 'Private',
  'chat.unread': 'New messages',
  'chat.toEnd': 'Go to the latest message',
  'chat.count': (used: string, limit: string) => `${used} of ${limit} characters`,
  'chat.notAllowed': 'You may read here, but not write.',

  'people.label': 'People',
  'people.search': 'Search people',
  'people.found': (count: number) => plural(count, { one: '# person found', other: '# people found' }),
  'people.moderator': 'Moderator',
  'people.viewer': 'Watching',
  'people.cameraOn': 'Camera on',
  'people.cameraOff': 'Camera off',
  'people.mute': (name: string) => `Mute ${name}`,
  'people.unmute': (name: string) => `Let ${name} speak again`,
  'people.remove': (name: string) => `Remove ${name}`,
  'people.removeQuestion': (name: string) => `Remove ${name} from the room?`,
  'people.removeConfirm': 'Remove',
  'people.muteAll': 'Mute everybody',
  'people.muteAllQuestion': 'Mute everybody but you?',
  'people.muteAllConfirm': 'Mute',
  'people.lowerHand': (name: string) => `Lower ${name}’s hand`,
  'people.cancel': 'Cancel',

  'selfView.label': 'Your picture: the arrow keys move it',

  'device.level': 'Microphone level',
  'device.testFailed': 'No sound could be played. Try again',

  'stats.label': 'Statistics',

  'media.picture': 'Picture',
  'media.sound': 'Sound',

  'stats.resolution': 'Resolution',
  'stats.frameRate': 'Frame rate',
  'stats.bitrate': 'Bit rate',
  'stats.loss': 'Packet loss',
  'stats.jitter': 'Jitter',
  'stats.roundTrip': 'Round trip',
  'stats.codec': 'Codec',
  'stats.layers': 'Layers',
  'stats.reason': 'Limited by',
  'stats.reason.offscreen': 'Not on screen',
  'stats.reason.publisherOff': 'Turned off',
  'stats.reason.cpu': 'Busy computer',
  'stats.reason.bandwidth': 'Slow network',
  'stats.reason.other': 'Something else',
  'stats.copy': 'Copy report',
  'stats.copied': 'Copied',
  'stats.copyFailed': 'The browser did not let it be copied.',
  'stats.empty': 'Nothing is sent or received.',
  'stats.sent': 'Sent',
  'stats.received': 'Received',

  'notifications.label': 'Notifications',
  'notifications.dismiss': 'Dismiss',

  'recording.record': 'Record',
  'recording.on': 'Recording',
  'recording.title': 'This call is being recorded',
  'recording.hint': 'Everybody’s picture, sound and shared screens are in the recording.',
  'recording.continue': 'Continue',
  'recording.held': 'Your microphone and camera stay off until you continue.',

  'captions.label': 'Captions',

  'rating.title': 'How was the call?',
  'rating.stars': (count: number) => plural(count, { one: '# star', other: '# stars' }),
  'rating.reasons': 'What could be better?',
  'rating.screen': 'Shared screens',
  'rating.connection': 'Connection',
  'rating.delay': 'Delay',
  'rating.echo': 'Echo or noise',
  'rating.comment': 'Anything else?',
  'rating.send': 'Send',
  'rating.skip': 'Skip',
  'rating.thanks': 'Thank you!',
  'rating.failed': 'It could not be sent. Try again.',
};
