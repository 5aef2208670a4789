import type { Meta, StoryObj } from '@storybook/react-vite';
import fc from 'fast-check';
import { expect } from 'storybook/test';
import { ThemeProvider } from '../../src/components/index.ts';
import { contrastOf } from '../support/contrast.ts';
import { shapes, words } from '../support/contrastPairs.ts';

/** What is derived from the accent can be read and seen, whatever the accent is. */
const meta = { title: 'Theming/Contrast', component: ThemeProvider } satisfies Meta<typeof ThemeProvider>;
export default meta;
type Story = StoryObj;

const schemes = ['light', 'dark'] as const;
const requirements = [
  { pairs: words, least: 4.5 },
  { pairs: shapes, least: 3 },
];

/** Those that are hardest, and a glance at the rest. */
const accents = ['#000', '#fff', '#5b5bd6', '#767676', '#ff0', '#00f', '#f00', '#0f0', '#0ff', '#f0f', 'hotpink'];

const Sample = ({ accent }: { accent: string }) => (
  <ThemeProvider theme={{ accent }}>
    <div
      className="parlour-sample"
      style={{ display: 'flex', gap: 12, padding: 12, alignItems: 'center', background: 'var(--parlour-surface)' }}
    >
      <span style={{ padding: 8, background: 'var(--parlour-accent)', color: 'var(--parlour-on-accent)' }}>Join</span>
      <span style={{ padding: 8, background: 'var(--parlour-accent-soft)', color: 'var(--parlour-accent-text)' }}>
        Chosen
      </span>
      <span style={{ padding: 8, outline: '3px solid var(--parlour-accent-line)' }}>Focused</span>
      <span style={{ color: 'var(--parlour-accent-text)' }}>{accent}</span>
    </div>
  </ThemeProvider>
);

export const Accents: Story = {
  render: () => (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(360px, 1fr))', gap: 12 }}>
      {accents.map((accent) => (
        <Sample key={accent} accent={accent} />
      ))}
    </div>
  ),
};

/** The color that a token has inside an element. */
function colorOf(probe: HTMLElement, token: string): string {
  probe.style.backgroundColor = `var(${token})`;
  return getComputedStyle(probe).backgroundColor;
}

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const lightness = fc.integer({ min: 0, max: 100 });
const wide = fc
  .record({ l: lightness, c: fc.integer({ min: 0, max: 40 }), h: fc.integer({ min: 0, max: 359 }) })
  .map(({ l, c, h }) => `oklch(${l}% ${c / 100} ${h})`);
const anyColor = fc.oneof(hex, wide, fc.constantFrom(...accents));

/** All pairs of colors that the style sheet uses, under random accents, in light and in dark. */
export const RandomAccents: Story = {
  render: () => (
    <>
      {schemes.map((colorScheme) => (
        <ThemeProvider key={colorScheme} theme={{ colorScheme }} data-testid={colorScheme}>
          <div className="parlour-probe" style={{ padding: 12 }}>
            {colorScheme}
          </div>
        </ThemeProvider>
      ))}
    </>
  ),
  play: async ({ canvasElement }) => {
    for (const scheme of schemes) {
      const theme = canvasElement.querySelector<HTMLElement>(`[data-testid=${scheme}]`) as HTMLElement;
      const probe = theme.firstElementChild as HTMLElement;
      const failing = (accent: string, danger: string): string[] => {
        theme.style.setProperty('--parlour-accent', accent);
        theme.style.setProperty('--parlour-danger', danger);
        return requirements.flatMap(({ pairs, least }) =>
          pairs.flatMap(([color, background]) => {
            const ratio = contrastOf(colorOf(probe, color), colorOf(probe, background));
            return ratio >= least ? [] : [`${color} on ${background} under ${accent}, ${scheme}: ${ratio.toFixed(2)}`];
          }),
        );
      };
      fc.assert(
        fc.property(anyColor, anyColor, (accent, danger) => {
          const found = failing(accent, danger);
          if (found.length > 0) throw new Error(found.join('\n'));
        }),
        { numRuns: 60, seed: 20_26 },
      );
      theme.removeAttribute('style');
      await expect(failing('#5b5bd6', 'crimson')).toEqual([]);
    }
  },
};
