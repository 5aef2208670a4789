type Pair = readonly [color: string, on: string];

const on = (color: string, ...surfaces: readonly string[]): Pair[] =>
  surfaces.map((surface) => [`--parlour-${color}`, `--parlour-${surface}`]);

/** Colors of words and what they stand on: 4.5:1, by WCAG's criterion 1.4.3. */
export const words: readonly Pair[] = [
  ...on('text', 'stage', 'surface', 'tile', 'screen', 'control', 'control-hover', 'accent-soft'),
  ...on('text-muted', 'stage', 'surface', 'tile'),
  ...on('accent-text', 'stage', 'surface', 'tile', 'control', 'control-hover', 'accent-soft'),
  ...on('on-accent', 'accent', 'accent-hover'),
  ...on('on-danger', 'danger', 'danger-hover'),
  ...on('danger-text', 'stage', 'surface', 'danger-soft', 'danger-soft-hover'),
  ...on('on-scrim', 'scrim'),
];

/** Colors of lines and shapes that tell something: 3:1, by WCAG's criterion 1.4.11. */
export const shapes: readonly Pair[] = [
  ...on('accent-line', 'stage', 'surface', 'tile', 'screen', 'control', 'control-hover'),
  ...on('field-border', 'stage', 'surface'),
];
