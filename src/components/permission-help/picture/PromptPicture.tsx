'use client';
import { usePanelMessages } from '../../../i18n/index.ts';
import type { BrowserFamily } from '../browserFamily.ts';
import { BrowserWindow } from './BrowserWindow.tsx';
import { cameraIcon, microphoneIcon, tuneIcon } from './icons.tsx';

/** The browser’s question, with the answer that is wanted. */
export function PromptPicture({ family }: { readonly family: BrowserFamily }) {
  const messages = usePanelMessages();
  const allow = (
    <span className="parlour-browser-answer" data-here="">
      {messages['permission.allow']}
    </span>
  );
  const block = <span className="parlour-browser-answer">{messages['permission.block']}</span>;
  // Safari and Firefox have the answer that is wanted last, Chromium first.
  const allowFirst = family.startsWith('chromium');
  return (
    <BrowserWindow family={family} start={<span className="parlour-browser-icon">{tuneIcon}</span>}>
      <div className="parlour-browser-popup" data-kind="prompt">
        <span className="parlour-browser-line" data-long="" />
        <span className="parlour-browser-row">
          {microphoneIcon}
          <span>{messages['controls.microphone']}</span>
        </span>
        <span className="parlour-browser-row">
          {cameraIcon}
          <span>{messages['controls.camera']}</span>
        </span>
        <span className="parlour-browser-answers">
          {allowFirst && allow}
          {block}
          {!allowFirst && allow}
        </span>
      </div>
    </BrowserWindow>
  );
}
