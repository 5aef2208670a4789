import type { Meta, StoryObj } from '@storybook/react-vite';
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import { expect, within } from 'storybook/test';
import { ThemeProvider } from '../../src/components/index.ts';
import { designTokens } from '../../src/components/theme-provider/designTokens.ts';
import { type TokenGroup, tokenGroups } from '../support/tokenGroups.ts';

/**
 * Each design token, with the value that it has under the theme and the color scheme of the toolbar. Set one with
 * `theme={{ tokens: { '--parlour-danger': 'crimson' } }}`, or in CSS with a rule for `[data-parlour-theme]`.
 */
const meta = { title: 'Theming/Tokens', component: ThemeProvider } satisfies Meta<typeof ThemeProvider>;
export default meta;
type Story = StoryObj;

type Name = keyof typeof designTokens;
const page = { display: 'grid', gap: 32, maxWidth: 880 } satisfies CSSProperties;
const row = {
  display: 'grid',
  gridTemplateColumns: '48px minmax(0, 1fr)',
  gap: 16,
  alignItems: 'center',
  padding: '8px 0',
  borderBlockEnd: '1px solid var(--parlour-border)',
} satisfies CSSProperties;

/** What a value looks like. */
function Swatch({ name }: { name: Name }) {
  const look: Record<(typeof designTokens)[Name], CSSProperties> = {
    'background-color': { background: `var(${name})`, border: '1px solid var(--parlour-border)' },
    'border-radius': {
      background: 'var(--parlour-control-hover)',
      borderRadius: `var(${name}, var(--parlour-radius))`,
    },
    'box-shadow': { background: 'var(--parlour-surface)', boxShadow: `var(${name})` },
    'font-family': { fontFamily: `var(${name}, inherit)` },
    width: { background: 'var(--parlour-accent-line)', width: `var(${name}, var(--parlour-gap))` },
    'transition-duration': {},
    'transition-timing-function': {},
  };
  const box = { width: 40, height: 40, borderRadius: 8, ...look[designTokens[name]] };
  return <span style={box}>{designTokens[name] === 'font-family' && 'Ag'}</span>;
}

/** The value as it is computed here: a color as it is shown, all else as it is declared. */
function useTokenValue(name: Name) {
  const ref = useRef<HTMLElement>(null);
  const [value, setValue] = useState('');
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const declared = getComputedStyle(element).getPropertyValue(name).trim();
    element.style.backgroundColor = designTokens[name] === 'background-color' ? `var(${name})` : '';
    setValue(designTokens[name] === 'background-color' ? getComputedStyle(element).backgroundColor : declared);
    element.style.backgroundColor = '';
  }, [name]);
  return { ref, value };
}

function Token({ name, about }: { name: Name; about: string }) {
  const { ref, value } = useTokenValue(name);
  return (
    <li style={row}>
      <Swatch name={name} />
      <span style={{ display: 'grid', gap: 2 }}>
        <span>
          <code>{name}</code>: <code ref={ref}>{value || 'not set'}</code>
        </span>
        <span style={{ color: 'var(--parlour-text-muted)' }}>{about}</span>
      </span>
    </li>
  );
}

function Group({ title, tokens }: TokenGroup) {
  return (
    <section>
      <h2 style={{ margin: '0 0 8px', fontSize: 20 }}>{title}</h2>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {Object.entries(tokens).map(([name, about]) => (
          <Token key={name} name={name as Name} about={about as string} />
        ))}
      </ul>
    </section>
  );
}

export const Tokens: Story = {
  render: (_args, { globals }) => (
    <div key={JSON.stringify(globals)} className="parlour-page" style={page}>
      {tokenGroups.map((group) => (
        <Group key={group.title} {...group} />
      ))}
    </div>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const shown = canvas.getAllByRole('listitem').map((item) => item.querySelector('code')?.textContent);
    await expect(shown.toSorted()).toEqual(Object.keys(designTokens).toSorted());
    // Only what takes the place of another token for one component.
    const unset = canvas.getAllByText('not set').map((value) => value.previousElementSibling?.textContent);
    await expect(unset.toSorted()).toEqual(['--parlour-button-radius', '--parlour-grid-gap', '--parlour-tile-radius']);
  },
};
