import type { Decorator, Preview } from '@storybook/react-vite';
import { type Theme, ThemeProvider } from '../src/components/index.ts';
import '../src/styles/index.css';

/** Gives the story the color scheme and the direction chosen in the toolbar, on a page that looks like a room's. */
const withTheme: Decorator = (Story, { globals, parameters }) => (
  <ThemeProvider
    theme={{ colorScheme: globals.colorScheme as NonNullable<Theme['colorScheme']>, font: 'system-ui, sans-serif' }}
  >
    <div
      dir={globals.dir as string}
      style={{
        boxSizing: 'border-box',
        minHeight: '100vh',
        padding: parameters.page === 'whole' ? 0 : 24,
        colorScheme: 'var(--parlour-color-scheme)',
        background: 'var(--parlour-stage)',
        color: 'var(--parlour-text)',
      }}
    >
      <Story />
    </div>
  </ThemeProvider>
);

const preview: Preview = {
  decorators: [withTheme],
  initialGlobals: { colorScheme: 'light', dir: 'ltr' },
  globalTypes: {
    colorScheme: {
      description: 'Color scheme',
      toolbar: { icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
    },
    dir: { description: 'Direction', toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true } },
  },
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    // A <StrictMode> decorator is not the outermost element: React then does not run effects twice.
    react: { rootOptions: { unstable_strictMode: true } },
  },
};

export default preview;
