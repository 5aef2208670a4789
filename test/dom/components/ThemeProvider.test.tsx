import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Theme, ThemeProvider } from '../../../src/components/index.ts';

const told = vi.spyOn(console, 'error');
const supports = vi.fn((property: string, value: string) => property !== 'background-color' || value !== 'no color');

beforeEach(() => {
  told.mockReset().mockImplementation(() => {});
  vi.stubGlobal('CSS', { supports });
});
afterEach(() => vi.unstubAllGlobals());

function themed(theme: unknown, inner?: Theme) {
  render(
    <ThemeProvider theme={theme as Theme} data-testid="theme">
      <ThemeProvider theme={inner} data-testid="inner" />
    </ThemeProvider>,
  );
  return { outer: screen.getByTestId('theme'), inner: screen.getByTestId('inner') };
}
const token = (element: HTMLElement, name: string) => element.style.getPropertyValue(`--parlour-${name}`);

it('sets what the theme names', () => {
  const { outer } = themed({
    colorScheme: 'dark',
    accent: 'teal',
    radius: 4,
    density: 'compact',
    font: 'Georgia, serif',
    tokens: { '--parlour-danger': 'crimson' },
  });
  expect(outer).toHaveAttribute('data-color-scheme', 'dark');
  expect(outer).toHaveAttribute('data-density', 'compact');
  expect(token(outer, 'accent')).toBe('teal');
  expect(token(outer, 'radius')).toBe('4px');
  expect(token(outer, 'font')).toBe('Georgia, serif');
  expect(token(outer, 'danger')).toBe('crimson');
  expect(told).not.toHaveBeenCalled();
});

it('changes inside another theme only what it names', () => {
  const { inner } = themed(
    { colorScheme: 'dark', accent: 'teal', tokens: { '--parlour-danger': 'crimson', '--parlour-gap': '2px' } },
    { accent: 'navy', tokens: { '--parlour-gap': '4px' }, radius: undefined },
  );
  expect(inner).toHaveAttribute('data-color-scheme', 'dark');
  expect(token(inner, 'accent')).toBe('navy');
  expect(token(inner, 'danger')).toBe('crimson');
  expect(token(inner, 'gap')).toBe('4px');
});

it.each([
  [{ colorScheme: 'auot' }, /theme: 'colorScheme' is "auot", which is not one of 'auto', 'light', 'dark'/],
  [{ accent: 'no color' }, /'accent' is "no color", which is not a CSS color/],
  [{ accent: 5 }, /'accent' is 5, which is not a CSS color/],
  [{ radius: -3 }, /'radius' is -3, which is not a number of pixels from 0 on/],
  [{ radius: Number.NaN }, /'radius' is null/],
  [{ density: 'tiny' }, /not one of 'comfortable', 'compact'/],
  [{ tokens: 'red' }, /'tokens' is "red", which is not an object of tokens/],
  [{ acent: 'red' }, /theme has no 'acent'.*Known are: colorScheme, accent/],
  [{ tokens: { '--parlour-dangr': 'red' } }, /theme\.tokens has no '--parlour-dangr'.*--parlour-danger,/],
  [{ tokens: { '--parlour-danger': 'no color' } }, /theme\.tokens: '--parlour-danger' is "no color"/],
])('leaves out %o and tells of it once', (theme, message) => {
  const { outer } = themed(theme);
  expect(outer).toHaveAttribute('data-color-scheme', 'auto');
  expect(outer.getAttribute('style')).toBeNull();
  expect(told).toHaveBeenCalledOnce();
  expect(told.mock.calls[0]?.[0]).toMatch(message);
  expect(told.mock.calls[0]?.[0]).toMatch(/It is ignored\./);
});

it('keeps what is good of a theme that has something bad', () => {
  const { outer } = themed({ accent: 'teal', density: 'huge' });
  expect(token(outer, 'accent')).toBe('teal');
  expect(outer).toHaveAttribute('data-density', 'comfortable');
});

it('says nothing in production, and leaves it out all the same', () => {
  vi.stubEnv('NODE_ENV', 'production');
  const { outer } = themed({ colorScheme: 'drak' });
  vi.unstubAllEnvs();
  expect(outer).toHaveAttribute('data-color-scheme', 'auto');
  expect(told).not.toHaveBeenCalled();
});

it('lets nothing through that would end a declaration where no browser can be asked', () => {
  vi.unstubAllGlobals();
  const { outer } = themed({ accent: 'red; background: blue', font: 'Georgia' });
  expect(token(outer, 'accent')).toBe('');
  expect(token(outer, 'font')).toBe('Georgia');
});
