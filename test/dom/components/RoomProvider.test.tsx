import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RoomControls, RoomProvider, ThemeProvider } from '../../../src/components/index.ts';
import ar from '../../../src/i18n/locales/ar.ts';
import { createStaticRoomStore } from '../../../src/store/index.ts';

const store = createStaticRoomStore();
const themeAround = (testId: string) => screen.getByTestId(testId).closest('[data-parlour-theme]') as HTMLElement;

describe('the provider', () => {
  it('sets the theme on an element that takes no part in the layout', () => {
    render(
      <RoomProvider
        store={store}
        theme={{
          colorScheme: 'dark',
          accent: 'teal',
          radius: 4,
          density: 'compact',
          font: 'serif',
          tokens: { '--parlour-danger': 'crimson' },
        }}
      >
        <p data-testid="inside" />
      </RoomProvider>,
    );
    const theme = themeAround('inside');
    expect(theme).toHaveClass('parlour');
    expect(theme.dataset).toMatchObject({ colorScheme: 'dark', density: 'compact' });
    expect(theme.style.getPropertyValue('--parlour-accent')).toBe('teal');
    expect(theme.style.getPropertyValue('--parlour-radius')).toBe('4px');
    expect(theme.style.getPropertyValue('--parlour-font')).toBe('serif');
    expect(theme.style.getPropertyValue('--parlour-danger')).toBe('crimson');
  });

  it('follows the system unless told otherwise', () => {
    render(
      <RoomProvider store={store}>
        <p data-testid="inside" />
      </RoomProvider>,
    );
    expect(themeAround('inside').dataset.colorScheme).toBe('auto');
  });

  it('keeps what an inner theme does not name', () => {
    render(
      <RoomProvider store={store} theme={{ colorScheme: 'dark', accent: 'teal' }}>
        <ThemeProvider theme={{ radius: 0 }}>
          <p data-testid="inside" />
        </ThemeProvider>
      </RoomProvider>,
    );
    const theme = themeAround('inside');
    expect(theme.dataset.colorScheme).toBe('dark');
    expect(theme.style.getPropertyValue('--parlour-accent')).toBe('teal');
    expect(theme.style.getPropertyValue('--parlour-radius')).toBe('0px');
  });

  it('has the language and the direction of its locale, and replaces words of it', () => {
    render(
      <RoomProvider store={store} locale={ar} messages={{ 'controls.camera': 'كاميرا المكتب' }}>
        <RoomControls data-testid="inside" />
      </RoomProvider>,
    );
    expect(themeAround('inside')).toHaveAttribute('dir', 'rtl');
    expect(themeAround('inside')).toHaveAttribute('lang', 'ar');
    expect(screen.getByRole('button', { name: 'الميكروفون' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'كاميرا المكتب' })).toBeInTheDocument();
  });

  it('leaves language and direction to the page where it has no locale', () => {
    render(
      <RoomProvider store={store}>
        <p data-testid="inside" />
      </RoomProvider>,
    );
    expect(themeAround('inside')).not.toHaveAttribute('dir');
    expect(themeAround('inside')).not.toHaveAttribute('lang');
  });

  it('replaces words one by one', () => {
    render(
      <RoomProvider store={store} messages={{ 'controls.leave': 'Hang up' }}>
        <RoomControls />
      </RoomProvider>,
    );
    expect(screen.getByRole('button', { name: 'Hang up' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Microphone' })).toBeVisible();
  });

  it('is asked for by a component without one', () => {
    expect(() => render(<RoomControls />)).toThrow(/RoomProvider/);
  });
});
