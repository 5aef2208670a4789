import type { DesignToken } from '../../src/components/theme-provider/designTokens.ts';

export interface TokenGroup {
  readonly title: string;
  /** What each is for. */
  readonly tokens: Readonly<Partial<Record<DesignToken, string>>>;
}

/** The design tokens as one looks for them. */
export const tokenGroups: readonly TokenGroup[] = [
  {
    title: 'Accent',
    tokens: {
      '--parlour-accent': 'What matters most: joining, sharing, what is chosen. The theme’s accent sets it.',
      '--parlour-on-accent': 'Words on the accent. Derived: black or white, whichever contrasts more.',
      '--parlour-accent-hover': 'The accent under the pointer. Derived: away from the color of the words on it.',
      '--parlour-accent-line': 'Focus rings and the ring of who speaks. Derived: 3:1 to every surface.',
      '--parlour-accent-text': 'The accent as a word, such as a link. Derived: 4.5:1 to every surface.',
      '--parlour-accent-soft': 'A quiet surface for what is chosen. Derived: words have 4.5:1 on it.',
    },
  },
  {
    title: 'Surfaces',
    tokens: {
      '--parlour-stage': 'Behind the tiles.',
      '--parlour-surface': 'Bars, panels and fields.',
      '--parlour-tile': 'A tile without a picture.',
      '--parlour-screen': 'Around a shared screen.',
      '--parlour-control': 'A button.',
      '--parlour-control-hover': 'A button under the pointer.',
      '--parlour-scrim': 'Under words that stand on a picture.',
      '--parlour-border': 'A line between surfaces.',
      '--parlour-edge': 'Around controls; transparent unless the system asks for more contrast.',
      '--parlour-field-border': 'Around a field: 3:1 to the surface.',
      '--parlour-shadow': 'Of what floats.',
    },
  },
  {
    title: 'Words',
    tokens: {
      '--parlour-text': 'Most words.',
      '--parlour-text-muted': 'Words that matter less.',
      '--parlour-on-scrim': 'Words on a picture.',
      '--parlour-font': 'The theme’s font. Without one the page’s own is used.',
      '--parlour-font-size': 'Most words.',
      '--parlour-font-size-small': 'Names on tiles and other small print.',
      '--parlour-font-size-large': 'Headings.',
    },
  },
  {
    title: 'Warnings',
    tokens: {
      '--parlour-danger': 'Leaving, and what went wrong.',
      '--parlour-danger-hover': 'The same under the pointer. Derived.',
      '--parlour-on-danger': 'Words on it. Derived.',
      '--parlour-danger-soft': 'A quiet surface for what is off or failed.',
      '--parlour-danger-soft-hover': 'The same under the pointer.',
      '--parlour-danger-text': 'Words that tell of a failure.',
    },
  },
  {
    title: 'Sizes',
    tokens: {
      '--parlour-radius': 'Of tiles and panels. The theme’s radius sets it.',
      '--parlour-radius-small': 'Of fields and badges. Derived: two thirds of it.',
      '--parlour-tile-radius': 'Of tiles, in place of the general one.',
      '--parlour-button-radius': 'Of buttons, in place of a full round.',
      '--parlour-gap': 'Between tiles, and around them.',
      '--parlour-grid-gap': 'Between tiles, in place of the general one.',
      '--parlour-space': 'Inside panels.',
      '--parlour-control-size': 'Height of buttons and fields; never less than 44 pixels.',
      '--parlour-focus-width': 'Of the ring around what has the focus.',
    },
  },
  {
    title: 'Motion',
    tokens: {
      '--parlour-duration': 'Of what moves, where the system does not ask for less motion.',
      '--parlour-ease': 'How it moves.',
    },
  },
];
