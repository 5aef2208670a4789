import type { CSSProperties } from 'react';
import type { DesignToken } from './designTokens.ts';

/**
 * How the components look. Everything is optional; a theme inside another one changes only what it names. What cannot
 * be used is left out and, in development, told on the console.
 */
export interface Theme {
  /** `auto` follows the system. @default 'auto' */
  readonly colorScheme?: 'auto' | 'light' | 'dark' | undefined;
  /**
   * Any opaque CSS color. What is derived from it has WCAG AA contrast whatever it is: words on it are black or white,
   * and as a line or a word on a surface it is made darker or lighter as far as needed.
   *
   * @default '#5b5bd6'
   */
  readonly accent?: string | undefined;
  /** Of tiles and panels; a number is in pixels. Smaller things derive theirs from it. @default 12 */
  readonly radius?: number | string | undefined;
  /** How large controls and words are, and how much room there is around and between things. @default 'comfortable' */
  readonly density?: 'comfortable' | 'compact' | undefined;
  /** A CSS `font-family`. @default the page's own */
  readonly font?: string | undefined;
  /** Any design token by its name: `{ '--parlour-danger': 'crimson' }`. */
  readonly tokens?: Readonly<Partial<Record<DesignToken, string>>> | undefined;
}

/** The custom properties that a theme sets. */
export function themeStyle({ accent, radius, font, tokens }: Theme): CSSProperties {
  const style: Record<string, string> = {};
  if (accent !== undefined) style['--parlour-accent'] = accent;
  if (radius !== undefined) style['--parlour-radius'] = typeof radius === 'number' ? `${radius}px` : radius;
  if (font !== undefined) style['--parlour-font'] = font;
  return Object.assign(style, tokens) as CSSProperties;
}
