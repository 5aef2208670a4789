import type { Decorator, Preview } from '@storybook/react-vite';
import '../src/styles/index.css';

/** Gives the story the color scheme and the direction chosen in the toolbar, as the theme provider would. */
const withTheme: Decorator = (Story, { globals }) => (
  <div data-parlour-theme="" data-color-scheme={globals.colorScheme as string} dir={globals.dir as string}>
    <Story />
  </div>
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
    // A <StrictMode> decorator is not the outermost element: React then does not run effects twice.
    react: { rootOptions: { unstable_strictMode: true } },
  },
};

export default preview;
