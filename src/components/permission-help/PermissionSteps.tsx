'use client';
import { usePanelMessages } from '../../i18n/index.ts';
import { type BrowserFamily, browserFamily } from './browserFamily.ts';
import { BlockedPicture } from './picture/BlockedPicture.tsx';
import { PromptPicture } from './picture/PromptPicture.tsx';
import { type PermissionHurdle, stepsOf } from './stepsOf.ts';

interface PermissionStepsProps {
  readonly hurdle: PermissionHurdle;
  /** @default this browser's */
  readonly family?: BrowserFamily | undefined;
}

/** The picture of this browser and what to do in it, step by step: the words say all that the picture shows. */
export function PermissionSteps({ hurdle, family = browserFamily(navigator) }: PermissionStepsProps) {
  const messages = usePanelMessages();
  const Picture = hurdle === 'dismissed' ? PromptPicture : BlockedPicture;
  return (
    <div className="parlour-permission" data-browser={family} data-hurdle={hurdle}>
      <Picture family={family} />
      <ol className="parlour-permission-steps">
        {stepsOf(family, hurdle).map((step) => (
          <li key={step} className="parlour-permission-step">
            {messages[step]}
          </li>
        ))}
      </ol>
    </div>
  );
}
