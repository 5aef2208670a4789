/** What a token's value must be good for: the CSS property that it is checked with. */
export type TokenKind =
  | 'background-color'
  | 'border-radius'
  | 'box-shadow'
  | 'font-family'
  | 'width'
  | 'transition-duration'
  | 'transition-timing-function';

/**
 * Every design token, and what its value must be. The style sheet gives each a value, save those that a single
 * component reads in place of a general one (`--parlour-tile-radius`).
 */
export const designTokens = {
  '--parlour-accent': 'background-color',
  '--parlour-on-accent': 'background-color',
  '--parlour-accent-hover': 'background-color',
  '--parlour-accent-line': 'background-color',
  '--parlour-accent-text': 'background-color',
  '--parlour-accent-soft': 'background-color',

  '--parlour-stage': 'background-color',
  '--parlour-surface': 'background-color',
  '--parlour-tile': 'background-color',
  '--parlour-screen': 'background-color',
  '--parlour-control': 'background-color',
  '--parlour-control-hover': 'background-color',
  '--parlour-scrim': 'background-color',
  '--parlour-border': 'background-color',
  '--parlour-edge': 'background-color',
  '--parlour-field-border': 'background-color',
  '--parlour-shadow': 'box-shadow',

  '--parlour-text': 'background-color',
  '--parlour-text-muted': 'background-color',
  '--parlour-on-scrim': 'background-color',

  '--parlour-danger': 'background-color',
  '--parlour-danger-hover': 'background-color',
  '--parlour-on-danger': 'background-color',
  '--parlour-danger-soft': 'background-color',
  '--parlour-danger-soft-hover': 'background-color',
  '--parlour-danger-text': 'background-color',

  '--parlour-font': 'font-family',
  '--parlour-font-size': 'width',
  '--parlour-font-size-small': 'width',
  '--parlour-font-size-large': 'width',

  '--parlour-radius': 'border-radius',
  '--parlour-radius-small': 'border-radius',
  '--parlour-tile-radius': 'border-radius',
  '--parlour-button-radius': 'border-radius',
  '--parlour-gap': 'width',
  '--parlour-grid-gap': 'width',
  '--parlour-space': 'width',
  '--parlour-control-size': 'width',
  '--parlour-focus-width': 'width',

  '--parlour-duration': 'transition-duration',
  '--parlour-ease': 'transition-timing-function',
} as const satisfies Record<`--parlour-${string}`, TokenKind>;

/** Name of a design token. */
export type DesignToken = keyof typeof designTokens;
