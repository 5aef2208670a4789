import type { CSSProperties } from 'react';

/** How the components look. Everything is optional; a theme inside another one changes only what it names. */
export interface Theme {
  /** `auto` follows the system. @default 'auto' */
  readonly colorScheme?: 'auto' | 'light' | 'dark';
  /** Any CSS color. Text on it is black or white, whichever contrasts more. */
  readonly accent?: string;
  /** Of tiles and panels; a number is in pixels. Smaller things derive theirs from it. @default 12 */
  readonly radius?: number | string;
  /** How much room there is around and between things. @default 'comfortable' */
  readonly density?: 'comfortable' | 'compact';
  /** A CSS `font-family`. @default the page's own */
  readonly font?: string;
  /** Any design token by its name: `{ '--parlour-danger': 'crimson' }`. */
  readonly tokens?: Readonly<Record<`--parlour-${string}`, string>>;
}

/** The custom properties that a theme sets. */
export function themeStyle({ accent, radius, font, tokens }: Theme): CSSProperties {
  const style: Record<string, string> = {};
  if (accent !== undefined) style['--parlour-accent'] = accent;
  if (radius !== undefined) style['--parlour-radius'] = typeof radius === 'number' ? `${radius}px` : radius;
  if (font !== undefined) style['--parlour-font'] = font;
  return { ...style, ...tokens };
}
