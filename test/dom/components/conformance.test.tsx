import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { CallRatingContext } from '../../../src/components/call-rating/CallRatingContext.ts';
import { DeviceSettings } from '../../../src/components/device-settings/DeviceSettings.tsx';
import {
  ConnectionBanner,
  ConnectionQuality,
  ConnectionStatus,
  DeviceProblems,
  FloatingSelfView,
  FocusLayout,
  Pagination,
  ParticipantTile,
  PreJoin,
  RoomAnnouncer,
  RoomAudio,
  RoomControls,
  RoomStage,
  SpeakerLayout,
  ThemeProvider,
  VideoGrid,
} from '../../../src/components/index.ts';
import {
  CallRating,
  Captions,
  Chat,
  Effects,
  Notifications,
  Panel,
  ParticipantList,
  PictureInPicture,
  RecordButton,
  RecordingIndicator,
  StatsPanel,
} from '../../../src/components/panels.ts';
import { TileMenu } from '../../../src/components/participant-tile/menu/TileMenu.tsx';
import { tileTools } from '../../../src/components/participant-tile/menu/tileTools.ts';
import { barTools } from '../../../src/components/room-controls/bar/barTools.ts';
import { EffectsButton } from '../../../src/components/room-controls/effects/EffectsButton.tsx';
import { SettingsButton } from '../../../src/components/room-controls/settings/SettingsButton.tsx';
import { RoomStageEmpty } from '../../../src/components/room-stage/empty/RoomStageEmpty.tsx';
import type { StaticCommands, StaticState } from '../../../src/store/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { type AnyPartProps, anyPart, describeConformance } from '../support/describeConformance.tsx';
import { inRoom } from '../support/inRoom.tsx';

// What browsers can do and a test's DOM cannot: parts that need it are rendered all the same.
const Nothing = class {};
for (const name of ['Worker', 'OffscreenCanvas', 'AudioWorkletNode']) vi.stubGlobal(name, Nothing);
Object.assign(HTMLVideoElement.prototype, { requestVideoFrameCallback() {} });
Object.assign(HTMLCanvasElement.prototype, { captureStream() {}, getContext: () => null });
Object.assign(document, { fullscreenEnabled: true, pictureInPictureEnabled: true });
vi.stubGlobal('navigator', Object.assign(navigator, { mediaDevices: { getDisplayMedia() {} } }));

const room = roomOf([{ name: 'Ada' }, { name: 'Grace', connection: 'reconnecting', hand: true }]);
const moderated = roomOf([{ name: 'Ada', moderator: true }]);
const ended: StaticState = { connection: { status: 'disconnected', reason: 'timed_out' } };

function conforms(
  name: string,
  Part: unknown,
  tag: string,
  className: string,
  { state = room, commands = {}, around = (part: ReactNode) => part, own = {} }: Partial<Surroundings> = {},
) {
  const AnyPart = anyPart(Part);
  const element = (props: AnyPartProps) => inRoom(around(<AnyPart {...own} {...props} />), state, commands);
  describeConformance(name, { element, tag, className });
}
interface Surroundings {
  state: StaticState;
  commands: StaticCommands;
  around: (part: ReactNode) => ReactNode;
  own: Record<string, unknown>;
}

const tile = {
  around: (part: ReactNode) => <ParticipantTile.Root participantId="person-2">{part}</ParticipantTile.Root>,
};
const whole = { own: { participantId: 'person-2' } };
conforms('ParticipantTile', ParticipantTile, 'div', 'parlour-tile', whole);
conforms('ParticipantTile.Root', ParticipantTile.Root, 'div', 'parlour-tile', whole);
conforms('ParticipantTile.Video', ParticipantTile.Video, 'video', 'parlour-tile-video', tile);
conforms('ParticipantTile.Avatar', ParticipantTile.Avatar, 'span', 'parlour-tile-avatar', tile);
conforms('ParticipantTile.Name', ParticipantTile.Name, 'span', 'parlour-tile-name', tile);
conforms('ParticipantTile.Status', ParticipantTile.Status, 'span', 'parlour-tile-status', tile);
conforms(
  'ParticipantTile.MicrophoneIndicator',
  ParticipantTile.MicrophoneIndicator,
  'span',
  'parlour-tile-microphone',
  tile,
);

conforms('ParticipantTile.Hand', ParticipantTile.Hand, 'span', 'parlour-tile-hand', tile);
conforms('ParticipantTile.Quality', ParticipantTile.Quality, 'span', 'parlour-tile-quality', {
  ...tile,
  own: { show: 'always' },
});
conforms('ParticipantTile.Pin', ParticipantTile.Pin, 'button', 'parlour-tile-pin', tile);

// What comes later is tested as it is when it has come.
const LoadedMenu = (props: object) => <TileMenu props={props} tools={tileTools} />;
const LoadedSettings = (props: object) => <SettingsButton props={props} tools={barTools} problems={null} />;
const LoadedEffects = (props: object) => <EffectsButton props={props} tools={barTools} />;
conforms('ParticipantTile.Menu', LoadedMenu, 'button', 'parlour-tile-menu', tile);
const reacting = {
  send: async () => {},
  subscribe: (listener: (reaction: { participantId: string; reaction: string }) => void) => {
    listener({ participantId: 'person-2', reaction: '🎉' });
    return () => {};
  },
};
conforms('ParticipantTile.Reaction', ParticipantTile.Reaction, 'span', 'parlour-tile-reaction', {
  ...tile,
  commands: { reactions: reacting },
});

conforms('RoomStage', RoomStage, 'div', 'parlour-stage');
conforms('VideoGrid', VideoGrid, 'div', 'parlour-stage');
conforms('SpeakerLayout', SpeakerLayout, 'div', 'parlour-stage');
conforms('FocusLayout', FocusLayout, 'div', 'parlour-stage');
conforms('FloatingSelfView', FloatingSelfView, 'div', 'parlour-self-view');

const pages = { own: { count: 3 } };
const inPages = { around: (part: ReactNode) => <Pagination.Root count={3}>{part}</Pagination.Root> };
conforms('Pagination', Pagination, 'div', 'parlour-pagination', pages);
conforms('Pagination.Root', Pagination.Root, 'div', 'parlour-pagination', pages);
conforms('Pagination.Previous', Pagination.Previous, 'button', 'parlour-page-button', inPages);
conforms('Pagination.Next', Pagination.Next, 'button', 'parlour-page-button', inPages);
conforms('Pagination.Status', Pagination.Status, 'span', 'parlour-page-status', inPages);
conforms('RoomStageEmpty', RoomStageEmpty, 'p', 'parlour-stage-empty');

conforms('RoomControls', RoomControls, 'div', 'parlour-controls');
conforms('RoomControls.Root', RoomControls.Root, 'div', 'parlour-controls');
conforms('RoomControls.Microphone', RoomControls.Microphone, 'button', 'parlour-device-toggle');
conforms('RoomControls.Camera', RoomControls.Camera, 'button', 'parlour-device-toggle');
conforms('RoomControls.Leave', RoomControls.Leave, 'button', 'parlour-leave');
conforms('RoomControls.MicrophoneMenu', RoomControls.MicrophoneMenu, 'button', 'parlour-device-menu');
conforms('RoomControls.CameraMenu', RoomControls.CameraMenu, 'button', 'parlour-device-menu');
conforms('RoomControls.Group', RoomControls.Group, 'div', 'parlour-controls-group');
conforms('RoomControls.Button', RoomControls.Button, 'button', 'parlour-control', {
  own: { label: 'Mine', icon: '★', onSelect: () => {} },
});
conforms('RoomControls.Hand', RoomControls.Hand, 'button', 'parlour-control');
conforms('RoomControls.Reactions', RoomControls.Reactions, 'button', 'parlour-control');
conforms('RoomControls.Layout', RoomControls.Layout, 'button', 'parlour-control');
conforms('RoomControls.Chat', RoomControls.Chat, 'button', 'parlour-control');
conforms('RoomControls.People', RoomControls.People, 'button', 'parlour-control');
conforms('RoomControls.More', RoomControls.More, 'button', 'parlour-control');
conforms('RoomControls.Effects', LoadedEffects, 'button', 'parlour-control');
conforms('RoomControls.ScreenShare', RoomControls.ScreenShare, 'button', 'parlour-device-toggle');
conforms('RoomControls.PictureInPicture', RoomControls.PictureInPicture, 'button', 'parlour-control');
conforms('RoomControls.Fullscreen', RoomControls.Fullscreen, 'button', 'parlour-control');
conforms('RoomControls.EndForAll', RoomControls.EndForAll, 'button', 'parlour-leave', { state: moderated });
conforms('RecordButton', RecordButton, 'button', 'parlour-control', {
  state: roomOf([{ name: 'Ada', recorder: true }]),
});
conforms('RoomControls.Settings', LoadedSettings, 'button', 'parlour-control');
conforms('DeviceSettings', DeviceSettings, 'div', 'parlour-device-settings');
conforms('DeviceSettings.Root', DeviceSettings.Root, 'div', 'parlour-device-settings');
conforms('DeviceSettings.Camera', DeviceSettings.Camera, 'div', 'parlour-device-field');
conforms('DeviceSettings.Microphone', DeviceSettings.Microphone, 'div', 'parlour-device-field');
conforms('DeviceSettings.Speaker', DeviceSettings.Speaker, 'div', 'parlour-device-field');
conforms('DeviceSettings.Meter', DeviceSettings.Meter, 'div', 'parlour-meter');
conforms('DeviceSettings.SpeakerTest', DeviceSettings.SpeakerTest, 'button', 'parlour-speaker-test');
conforms('Effects', Effects, 'div', 'parlour-effects');
conforms('Effects.Root', Effects.Root, 'div', 'parlour-effects');
conforms('Effects.Background', Effects.Background, 'div', 'parlour-effect');
conforms('Effects.Noise', Effects.Noise, 'div', 'parlour-effect');
conforms('RoomAudio.Unblock', RoomAudio.Unblock, 'button', 'parlour-audio-unblock', {
  state: { ...room, devices: { speaker: { blocked: true } } },
});
conforms('DeviceProblems', DeviceProblems, 'div', 'parlour-device-problems');

conforms('ConnectionStatus', ConnectionStatus, 'div', 'parlour-connection', { state: ended });
conforms('ConnectionStatus.Root', ConnectionStatus.Root, 'div', 'parlour-connection', { state: ended });
conforms('ConnectionStatus.Title', ConnectionStatus.Title, 'p', 'parlour-connection-title', { state: ended });
conforms('ConnectionStatus.Description', ConnectionStatus.Description, 'p', 'parlour-connection-description', {
  state: ended,
});
conforms('ConnectionStatus.JoinAgain', ConnectionStatus.JoinAgain, 'button', 'parlour-primary', { state: ended });

const join = { own: { onJoin: () => {} } };
const lobby = { around: (part: ReactNode) => <PreJoin.Root onJoin={() => {}}>{part}</PreJoin.Root> };
conforms('PreJoin', PreJoin, 'form', 'parlour-prejoin', join);
conforms('PreJoin.Root', PreJoin.Root, 'form', 'parlour-prejoin', join);
conforms('PreJoin.Preview', PreJoin.Preview, 'video', 'parlour-prejoin-preview', lobby);
conforms('PreJoin.CameraOff', PreJoin.CameraOff, 'p', 'parlour-prejoin-camera-off', lobby);
conforms('PreJoin.NameLabel', PreJoin.NameLabel, 'label', 'parlour-prejoin-label', lobby);
conforms('PreJoin.NameInput', PreJoin.NameInput, 'input', 'parlour-input', lobby);
conforms('PreJoin.Join', PreJoin.Join, 'button', 'parlour-primary', lobby);

const inPanel = { around: (part: ReactNode) => <Panel.Root>{part}</Panel.Root> };
conforms('Panel', Panel, 'section', 'parlour-panel', { own: { title: 'Chat' } });
conforms('Panel.Root', Panel.Root, 'section', 'parlour-panel');
conforms('Panel.Title', Panel.Title, 'h2', 'parlour-panel-title', inPanel);
conforms('Panel.Close', Panel.Close, 'button', 'parlour-quiet', inPanel);

const inChat = { around: (part: ReactNode) => <Chat.Root>{part}</Chat.Root> };
conforms('Chat', Chat, 'div', 'parlour-chat');
conforms('Chat.Root', Chat.Root, 'div', 'parlour-chat');
conforms('Chat.Messages', Chat.Messages, 'div', 'parlour-chat-messages', inChat);
conforms('Chat.Empty', Chat.Empty, 'div', 'parlour-panel-empty', inChat);
conforms('Chat.Text', Chat.Text, 'p', 'parlour-chat-text', { own: { text: 'Hello' } });
conforms('Chat.Composer', Chat.Composer, 'form', 'parlour-chat-composer', inChat);

const inList = {
  state: roomOf([{ name: 'Ada', moderator: true }, { name: 'Grace' }]),
  around: (part: ReactNode) => <ParticipantList.Root>{part}</ParticipantList.Root>,
};
conforms('ParticipantList', ParticipantList, 'div', 'parlour-people');
conforms('ParticipantList.Root', ParticipantList.Root, 'div', 'parlour-people');
conforms('ParticipantList.Waiting', ParticipantList.Waiting, 'section', 'parlour-people-waiting', {
  ...inList,
  state: { ...inList.state, waiting: [{ id: 'ada', name: 'Ada', waitingSince: new Date(0) }] },
});
conforms('ParticipantList.Search', ParticipantList.Search, 'input', 'parlour-people-search', inList);
conforms('ParticipantList.Status', ParticipantList.Status, 'p', 'parlour-people-status', inList);
conforms('ParticipantList.MuteAll', ParticipantList.MuteAll, 'button', 'parlour-people-mute-all', inList);
conforms('ParticipantList.Items', ParticipantList.Items, 'div', 'parlour-people-items', inList);

conforms('ConnectionQuality', ConnectionQuality, 'span', 'parlour-quality', { own: { participantId: 'person-2' } });

const lost: StaticState = { ...room, connection: { status: 'reconnecting', attempt: 2, cause: 'lost' } };
const inBanner = {
  state: lost,
  around: (part: ReactNode) => <ConnectionBanner.Root>{part}</ConnectionBanner.Root>,
};
conforms('ConnectionBanner', ConnectionBanner, 'div', 'parlour-banner');
conforms('ConnectionBanner.Root', ConnectionBanner.Root, 'div', 'parlour-banner');
conforms('ConnectionBanner.Title', ConnectionBanner.Title, 'p', 'parlour-banner-title', inBanner);
conforms('ConnectionBanner.Description', ConnectionBanner.Description, 'p', 'parlour-banner-description', inBanner);

conforms('Notifications', Notifications, 'div', 'parlour-notifications');
conforms('Notifications.Root', Notifications.Root, 'div', 'parlour-notifications');
conforms('Notifications.Item', Notifications.Item, 'div', 'parlour-notification', {
  own: { notification: { id: 1, kind: 'joined', text: 'Ana joined' }, onDismiss: () => {} },
});

const recorded: Partial<Surroundings> = {
  state: { ...room, isRecording: true },
  around: (part) => <RecordingIndicator.Root consent="none">{part}</RecordingIndicator.Root>,
};
conforms('PictureInPicture.Tile', PictureInPicture.Tile, 'div', 'parlour-tile');
conforms('RecordingIndicator', RecordingIndicator, 'div', 'parlour-recording');
conforms('RecordingIndicator.Root', RecordingIndicator.Root, 'div', 'parlour-recording');
conforms('RecordingIndicator.Badge', RecordingIndicator.Badge, 'span', 'parlour-recording-badge', recorded);

conforms('StatsPanel', StatsPanel, 'div', 'parlour-stats');
conforms('StatsPanel.Root', StatsPanel.Root, 'div', 'parlour-stats');
conforms('StatsPanel.Streams', StatsPanel.Streams, 'div', 'parlour-stats-streams');
conforms('StatsPanel.Stream', StatsPanel.Stream, 'article', 'parlour-stats-stream', {
  own: { participantId: 'person-2', streamKey: 'self' },
});

conforms('Captions', Captions, 'div', 'parlour-captions', { own: { captions: [] } });
conforms('Captions.Root', Captions.Root, 'div', 'parlour-captions');
conforms('Captions.Line', Captions.Line, 'p', 'parlour-captions-line', {
  own: { caption: { id: '1', text: 'Hello' } },
});

const rate = { own: { onSubmit: () => {} } };
const inRating = { around: (part: ReactNode) => <CallRating.Root onSubmit={() => {}}>{part}</CallRating.Root> };
conforms('CallRating', CallRating, 'form', 'parlour-rating', rate);
conforms('CallRating.Root', CallRating.Root, 'form', 'parlour-rating', rate);
conforms('CallRating.Stars', CallRating.Stars, 'div', 'parlour-rating-stars', inRating);

const rated = {
  around: (part: ReactNode) => (
    <CallRatingContext
      value={{
        rating: { stars: 3, reasons: [], comment: '' },
        status: 'open',
        change: () => {},
        submit: () => {},
      }}
    >
      {part}
    </CallRatingContext>
  ),
};
conforms('CallRating.Reasons', CallRating.Reasons, 'fieldset', 'parlour-rating-reasons', rated);
conforms('CallRating.Comment', CallRating.Comment, 'textarea', 'parlour-rating-comment', rated);
conforms('CallRating.Submit', CallRating.Submit, 'button', 'parlour-primary', rated);

conforms('RoomAnnouncer', RoomAnnouncer, 'div', 'parlour-announcer');

conforms('ThemeProvider', ThemeProvider, 'div', 'parlour');
