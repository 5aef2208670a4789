'use client';
import type { ReactNode } from 'react';
import { usePanelMessages } from '../../../i18n/index.ts';
import type { BrowserFamily } from '../browserFamily.ts';
import { BrowserWindow } from './BrowserWindow.tsx';
import {
  cameraBlockedIcon,
  cameraIcon,
  checkIcon,
  crossIcon,
  microphoneBlockedIcon,
  microphoneIcon,
  pageIcon,
  tuneIcon,
} from './icons.tsx';

/** What stands at the start of the address, and is to be pressed. */
const START: Readonly<Record<BrowserFamily, ReactNode>> = {
  chromium: tuneIcon,
  'chromium-mobile': tuneIcon,
  firefox: (
    <>
      {microphoneBlockedIcon}
      {cameraBlockedIcon}
    </>
  ),
  safari: null,
  'safari-mobile': pageIcon,
};

/** Where the browser keeps the answer that was given, and how it is changed. */
export function BlockedPicture({ family }: { readonly family: BrowserFamily }) {
  const messages = usePanelMessages();
  const start = START[family] && (
    <span className="parlour-browser-icon" data-here="">
      {START[family]}
    </span>
  );
  const change = {
    chromium: <span className="parlour-browser-switch" />,
    'chromium-mobile': <span className="parlour-browser-switch" />,
    firefox: (
      <span className="parlour-browser-tag">
        {messages['permission.block']} {crossIcon}
      </span>
    ),
    safari: (
      <span className="parlour-browser-tag">
        {messages['permission.allow']} {checkIcon}
      </span>
    ),
    'safari-mobile': (
      <span className="parlour-browser-tag">
        {messages['permission.allow']} {checkIcon}
      </span>
    ),
  }[family];
  return (
    <BrowserWindow family={family} start={start}>
      <div className="parlour-browser-popup" data-kind="settings">
        <span className="parlour-browser-row">
          {microphoneIcon}
          <span>{messages['controls.microphone']}</span>
          {change}
        </span>
        <span className="parlour-browser-row">
          {cameraIcon}
          <span>{messages['controls.camera']}</span>
          {change}
        </span>
      </div>
    </BrowserWindow>
  );
}
