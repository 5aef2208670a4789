import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { DeviceProblems } from '../../src/components/index.ts';
import type { BrowserFamily } from '../../src/components/permission-help/browserFamily.ts';
import { PermissionHelp } from '../../src/components/permission-help/PermissionHelp.tsx';
import { PermissionSteps } from '../../src/components/permission-help/PermissionSteps.tsx';
import type { PermissionHurdle } from '../../src/components/permission-help/stepsOf.ts';
import { RoomError } from '../../src/engine/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { roomOf } from '../support/snapshots.ts';

/** How the browser is told to allow microphone and camera: part of `DeviceProblems`, with a drawing of each browser. */
const meta = { title: 'Components/PermissionHelp', component: PermissionHelp } satisfies Meta<typeof PermissionHelp>;
export default meta;
type Story = StoryObj;

/** The component of the page brings the style sheet along. */
const steps = (family: BrowserFamily, hurdle: PermissionHurdle = 'denied'): Story => ({
  render: () => (
    <div style={{ maxInlineSize: 400, display: 'grid', gap: 16 }}>
      <PermissionSteps family={family} hurdle={hurdle} />
      <PermissionHelp as="button" hurdle={hurdle} />
    </div>
  ),
});

export const Chromium = steps('chromium');
export const ChromiumOnPhones = steps('chromium-mobile');
export const Firefox = steps('firefox');
export const Safari = steps('safari');
export const SafariOnPhones = steps('safari-mobile');
export const ChromiumAsks = steps('chromium', 'dismissed');
export const ChromiumOnPhonesAsks = steps('chromium-mobile', 'dismissed');
export const FirefoxAsks = steps('firefox', 'dismissed');
export const SafariAsks = steps('safari', 'dismissed');
export const SafariOnPhonesAsks = steps('safari-mobile', 'dismissed');

/** Where there is little room, behind a button; the focus comes back to it. */
export const BehindAButton: Story = {
  render: () => (
    <InRoom
      state={roomOf([{ name: 'Ada Lovelace' }], {
        devices: {
          camera: {
            status: 'failed',
            permission: 'denied',
            error: new RoomError('device-permission-denied', 'Not allowed.'),
          },
        },
      })}
      width={400}
    >
      <DeviceProblems />
    </InRoom>
  ),
  play: async ({ canvasElement }) => {
    const show = await within(canvasElement).findByRole('button', { name: 'How to allow it' });
    await userEvent.click(show);
    const dialog = within(await within(document.body).findByRole('dialog', { name: 'Allow microphone and camera' }));
    await expect(dialog.getAllByRole('listitem').length).toBe(3);
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(show).toHaveFocus());
    await userEvent.click(show);
    await waitFor(() => expect(within(document.body).getByRole('dialog')).toBeVisible());
  },
};
