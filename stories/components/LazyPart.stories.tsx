import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, spyOn, within } from 'storybook/test';
import { lazyPart } from '../../src/components/lazy-part/lazyPart.tsx';
import { InRoom } from '../support/InRoom.tsx';

/** What stands in place of a menu, a dialog or a panel while its code is fetched, and when it cannot be. */
const meta = { title: 'Components/Lazy parts' } satisfies Meta;
export default meta;
type Story = StoryObj;

function Panel() {
  return <h2>Here it is</h2>;
}

const Coming = lazyPart(() => new Promise<typeof Panel>(() => {}));

export const Loading: Story = {
  render: () => (
    <InRoom state={{}} width={320}>
      <Coming />
    </InRoom>
  ),
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('status')).toHaveTextContent('Loading…');
  },
};

/** Fails once, as on a network that is away for a moment. */
function loadsSecondTime() {
  let attempts = 0;
  return async () => {
    attempts += 1;
    if (attempts === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return Panel;
  };
}

function Failing({ placement }: { placement: 'panel' | 'popup' }) {
  const [Part] = useState(() => lazyPart(loadsSecondTime(), { placement }));
  return <Part />;
}

export const Failed: Story = {
  render: () => (
    <InRoom state={{}} width={320}>
      <Failing placement="panel" />
    </InRoom>
  ),
  beforeEach: expectReport,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('alert')).toBeVisible();
    // Not by `userEvent`: that clicks within React's act(), which never goes on with what suspends in it.
    canvas.getByRole('button', { name: 'Try again' }).click();
    await expect(await canvas.findByRole('heading', { name: 'Here it is' })).toBeVisible();
  },
};

/** Of a menu: it floats at the button that opens it. */
export const FailedAsPopup: Story = {
  render: () => (
    <InRoom state={{}} width={320}>
      <div style={{ position: 'relative', marginBlockStart: 220 }}>
        <button type="button" className="parlour-button">
          Microphones
        </button>
        <Failing placement="popup" />
      </div>
    </InRoom>
  ),
  beforeEach: expectReport,
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByRole('alert')).toBeVisible();
  },
};

/** The page is told of what fails here; in a test that would be an error of the test. */
function expectReport() {
  const report = spyOn(globalThis, 'reportError').mockImplementation(() => {});
  return () => report.mockRestore();
}
