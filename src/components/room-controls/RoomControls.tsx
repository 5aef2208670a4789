'use client';
import type { ReactNode } from 'react';
import type { OpenProps } from '../../ui/index.ts';
import { DeviceProblems } from '../device-problems/DeviceProblems.tsx';
import { CameraToggle } from '../device-toggle/CameraToggle.tsx';
import { MicrophoneToggle } from '../device-toggle/MicrophoneToggle.tsx';
import type { EffectsOptions } from '../effects/EffectsOptions.ts';
import { RoomControlsButton } from './button/RoomControlsButton.tsx';
import { RoomControlsCameraMenu, RoomControlsMicrophoneMenu } from './device-menu/RoomControlsDeviceMenu.tsx';
import { RoomControlsEffects } from './effects/RoomControlsEffects.tsx';
import { RoomControlsEndForAll } from './end-for-all/RoomControlsEndForAll.tsx';
import { RoomControlsFullscreen } from './fullscreen/RoomControlsFullscreen.tsx';
import { RoomControlsGroup } from './group/RoomControlsGroup.tsx';
import { RoomControlsHand } from './hand/RoomControlsHand.tsx';
import { RoomControlsLayout } from './layout/RoomControlsLayout.tsx';
import { RoomControlsLeave } from './leave/RoomControlsLeave.tsx';
import { RoomControlsMore } from './more/RoomControlsMore.tsx';
import { RoomControlsChat } from './panel-toggle/RoomControlsChat.tsx';
import { RoomControlsPeople } from './panel-toggle/RoomControlsPeople.tsx';
import { RoomControlsPictureInPicture } from './picture-in-picture/RoomControlsPictureInPicture.tsx';
import { RoomControlsReactions } from './reactions/RoomControlsReactions.tsx';
import { RoomControlsRoot, type RoomControlsRootProps } from './root/RoomControlsRoot.tsx';
import { RoomControlsScreenShare } from './screen-share/RoomControlsScreenShare.tsx';
import { RoomControlsSettings } from './settings/RoomControlsSettings.tsx';

export interface RoomControlsProps extends Omit<RoomControlsRootProps, 'children'> {
  /** Called when the room is left by the button. */
  onLeave?: (() => void) | undefined;
  /** Your chat, where you show one: the button opens and closes it. */
  chat?: OpenProps | undefined;
  /** Your list of people, where you show one: the button opens and closes it. */
  people?: OpenProps | undefined;
  /** What is offered of effects; false for none. @default all that the browser can do */
  effects?: EffectsOptions | false | undefined;
  /** Controls of your own, before “more”: `RoomControls.Button`. */
  children?: ReactNode;
}

function DefaultControls({ onLeave, chat, people, effects, children, ...props }: RoomControlsProps) {
  return (
    <RoomControlsRoot {...props}>
      <DeviceProblems />
      <RoomControlsGroup>
        <RoomControlsGroup joined>
          <MicrophoneToggle />
          <RoomControlsMicrophoneMenu />
        </RoomControlsGroup>
        <RoomControlsGroup joined>
          <CameraToggle />
          <RoomControlsCameraMenu />
        </RoomControlsGroup>
      </RoomControlsGroup>
      <RoomControlsGroup>
        <RoomControlsScreenShare />
        <RoomControlsHand />
        <RoomControlsReactions />
      </RoomControlsGroup>
      <RoomControlsGroup>
        <RoomControlsLayout />
        {people && <RoomControlsPeople {...people} />}
        {chat && <RoomControlsChat {...chat} />}
        {children}
        {effects !== false && <RoomControlsEffects collapse="always" {...effects} />}
        <RoomControlsSettings collapse="always" />
        <RoomControlsPictureInPicture collapse="always" onLeave={onLeave} />
        <RoomControlsFullscreen collapse="always" />
        <RoomControlsEndForAll collapse="always" />
        <RoomControlsMore />
      </RoomControlsGroup>
      <RoomControlsLeave onLeave={onLeave} />
    </RoomControlsRoot>
  );
}

/**
 * What everybody can do in a room, by meaning: your devices; your screen, hand and reactions; what you see; leaving. What
 * does not fit is in a menu. To compose your own bar, use the parts: `Root`, `Group`, `Button`, `Microphone`,
 * `MicrophoneMenu`, `Camera`, `CameraMenu`, `ScreenShare`, `Hand`, `Reactions`, `Layout`, `People`, `Chat`, `Effects`,
 * `Settings`, `PictureInPicture`, `Fullscreen`, `EndForAll`, `More`, `Leave`, `Problems`.
 */
export const RoomControls = /* @__PURE__ */ Object.assign(DefaultControls, {
  Root: RoomControlsRoot,
  Group: RoomControlsGroup,
  Button: RoomControlsButton,
  Microphone: MicrophoneToggle,
  MicrophoneMenu: RoomControlsMicrophoneMenu,
  Camera: CameraToggle,
  CameraMenu: RoomControlsCameraMenu,
  ScreenShare: RoomControlsScreenShare,
  Hand: RoomControlsHand,
  Reactions: RoomControlsReactions,
  Layout: RoomControlsLayout,
  People: RoomControlsPeople,
  Chat: RoomControlsChat,
  Effects: RoomControlsEffects,
  Settings: RoomControlsSettings,
  PictureInPicture: RoomControlsPictureInPicture,
  Fullscreen: RoomControlsFullscreen,
  EndForAll: RoomControlsEndForAll,
  More: RoomControlsMore,
  Leave: RoomControlsLeave,
  Problems: DeviceProblems,
});
