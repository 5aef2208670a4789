import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Effects } from '../../src/components/panels.ts';
import type { EffectState } from '../../src/engine/DeviceState.ts';
import { RoomError } from '../../src/engine/index.ts';
import { InRoom } from '../support/InRoom.tsx';
import { personTrack } from '../support/scenes.ts';
import { roomOf } from '../support/snapshots.ts';

/** What others see behind you, and whether they hear your keyboard. */
const meta = {
  title: 'Components/Effects',
  component: Effects,
  // What a choice fetches first is there at once, however busy the machine is.
  loaders: [async () => void (await import('../../src/effects/index.ts'))],
} satisfies Meta<typeof Effects>;
export default meta;
type Story = StoryObj;

const setVideoEffect = fn(async (_processor: { name: string } | null) => {});
const setAudioEffect = fn(async (_processor: { name: string } | null) => {});
const asked = (mock: typeof setVideoEffect) => mock.mock.lastCall?.[0]?.name;

interface Standing {
  background?: EffectState;
  noise?: EffectState;
  camera?: boolean;
}

const effects = ({ background, noise, camera = true }: Standing = {}, own?: () => typeof OWN): Story => ({
  render: () => (
    <InRoom
      state={roomOf([{ name: 'Ada Lovelace' }], {
        devices: {
          camera: {
            ...(camera ? { status: 'on', track: personTrack(0) } : { status: 'off' }),
            ...(background && { effect: background }),
          },
          microphone: { status: 'on', track: personTrack(0), ...(noise && { effect: noise }) },
        },
      })}
      commands={{ devices: { setVideoEffect, setAudioEffect } }}
      width={400}
    >
      <Effects {...(own && { pictures: own() })} />
    </InRoom>
  ),
});

export const Off = effects();
export const Loading = effects({ background: { name: 'background-blur', status: 'starting' } });
export const On: Story = {
  ...effects({
    background: { name: 'background-image:evening', status: 'on' },
    noise: { name: 'noise-suppression', status: 'on' },
  }),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('radio', { name: 'Evening' })).toBeChecked();
    await expect(canvas.getByRole('checkbox', { name: 'Reduce background noise' })).toBeChecked();
  },
};
export const CameraOff = effects({ background: { name: 'background-blur', status: 'off' }, camera: false });
export const Failed = effects({
  background: { name: 'background-blur', status: 'failed', error: new RoomError('effect-failed', 'It broke.') },
});

/** The code of an effect is fetched when it is chosen, and a picture is painted then. */
const LOADED = { timeout: 15_000 };

/** It was turned off because the machine is too busy, and can be tried again. */
export const TooBusy: Story = {
  ...effects({ background: { name: 'background-blur', status: 'stopped', reason: 'busy' } }),
  play: async ({ canvasElement }) => {
    setVideoEffect.mockClear();
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('radio', { name: 'None' })).toBeChecked();
    await expect(canvas.getByText(/too busy/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(asked(setVideoEffect)).toBe('background-blur'), LOADED);
  },
};

/** Each is chosen with a click or the arrow keys; a painted one is made into a picture then. */
export const Choosing: Story = {
  ...effects(),
  play: async ({ canvasElement }) => {
    setVideoEffect.mockClear();
    setAudioEffect.mockClear();
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('radio', { name: 'Garden' }));
    await waitFor(() => expect(asked(setVideoEffect)).toBe('background-image:garden'), LOADED);
    canvas.getByRole('radio', { name: 'None' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(asked(setVideoEffect)).toBe('background-blur'), LOADED);
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Reduce background noise' }));
    await waitFor(() => expect(asked(setAudioEffect)).toBe('noise-suppression'), LOADED);
  },
};

/** A picture of one's own is offered from then on. */
export const OwnPicture: Story = {
  ...effects(),
  play: async ({ canvasElement }) => {
    setVideoEffect.mockClear();
    const canvas = within(canvasElement);
    const canvasOfPicture = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
    const context = canvasOfPicture.getContext('2d');
    if (context) {
      context.fillStyle = '#5b5bd6';
      context.fillRect(0, 0, 64, 36);
    }
    const blob = await new Promise<Blob | null>((resolve) => canvasOfPicture.toBlob(resolve));
    await userEvent.upload(
      canvas.getByLabelText('Choose a picture…'),
      new File([blob ?? ''], 'mine.png', { type: 'image/png' }),
    );
    await waitFor(() => expect(asked(setVideoEffect)).toBe('background-image:own'), LOADED);
    await expect(canvas.getByRole('radio', { name: 'Your picture' })).toBeInTheDocument();
  },
};

const OWN = [
  { id: 'office', label: 'The office', src: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAIA' },
];

/** Pictures of the application in place of the painted ones. */
export const PicturesOfTheApplication: Story = {
  ...effects({}, () => OWN),
  play: async ({ canvasElement }) => {
    const radios = within(canvasElement).getAllByRole('radio');
    await expect(radios.map((radio) => radio.closest('label')?.textContent)).toEqual(['None', 'Blur', 'The office']);
  },
};
