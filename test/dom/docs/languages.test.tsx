import { render, screen } from '@testing-library/react';
import { createRoom, type Locale, type Messages, RoomControls, RoomProvider } from 'parlour';
import { expect, it } from 'vitest';

// Loaded when it is asked for: a language that nobody chose costs nothing.
const load: Record<string, () => Promise<{ default: Locale }>> = {
  ar: () => import('parlour/locales/ar'),
  de: () => import('parlour/locales/de'),
};

const ours: Partial<Messages> = { 'controls.leave': 'Feierabend' };

it('speaks German, with one word of our own', async () => {
  const { default: locale } = (await load.de?.()) ?? {};
  render(
    <RoomProvider room={createRoom({ tokenSource: async () => ({ token: '' }) })} locale={locale} messages={ours}>
      <RoomControls />
    </RoomProvider>,
  );
  expect(screen.getByRole('toolbar', { name: 'Steuerung' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Feierabend' })).toBeInTheDocument();
});
