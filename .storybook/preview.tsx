import type { Decorator, Loader, Preview } from '@storybook/react-vite';
import { type Theme, ThemeProvider } from '../src/components/index.ts';
import { type Locale, MessagesProvider } from '../src/i18n/index.ts';
import '../src/styles/index.css';
import { languages, networks, numbersOfPeople, sharing } from './toolbar.ts';

/** The words of the language chosen in the toolbar. */
const loadLocale: Loader = async ({ globals }) => {
  const module = (await import(`../src/i18n/locales/${globals.locale}.ts`)) as { default: Locale };
  return { locale: module.default };
};

/** Gives the story the look, the language and the direction chosen in the toolbar, on a page that looks like a room's. */
const withTheme: Decorator = (Story, { globals, parameters, loaded, viewMode }) => {
  const locale: Locale = loaded.locale;
  const { colorScheme, density } = globals as Required<Pick<Theme, 'colorScheme' | 'density'>>;
  return (
    <MessagesProvider locale={locale}>
      <ThemeProvider theme={{ colorScheme, density, font: 'system-ui, sans-serif' }} lang={locale.tag}>
        <div
          dir={globals.dir === 'auto' ? locale.direction : (globals.dir as string)}
          style={{
            // How high a story is that takes a whole page; a page of documentation has many of them.
            ['--page-height' as string]: viewMode === 'docs' ? '520px' : '100vh',
            boxSizing: 'border-box',
            minHeight: viewMode === 'docs' ? undefined : '100vh',
            padding: parameters.page === 'whole' ? 0 : 24,
            colorScheme: 'var(--parlour-color-scheme)',
            background: 'var(--parlour-stage)',
            color: 'var(--parlour-text)',
          }}
        >
          <Story />
        </div>
      </ThemeProvider>
    </MessagesProvider>
  );
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withTheme],
  loaders: [loadLocale],
  initialGlobals: {
    colorScheme: 'light',
    density: 'comfortable',
    dir: 'auto',
    locale: 'en',
    people: 5,
    network: 'good',
    sharing: 'nobody',
  },
  globalTypes: {
    colorScheme: {
      description: 'Color scheme',
      toolbar: { icon: 'mirror', items: ['light', 'dark', 'auto'], dynamicTitle: true },
    },
    density: {
      description: 'Density',
      toolbar: { icon: 'component', items: ['comfortable', 'compact'], dynamicTitle: true },
    },
    locale: { description: 'Language', toolbar: { icon: 'globe', items: languages, dynamicTitle: true } },
    dir: {
      description: 'Direction',
      toolbar: {
        icon: 'transfer',
        items: [{ value: 'auto', title: 'as the language' }, 'ltr', 'rtl'],
        dynamicTitle: true,
      },
    },
    people: {
      description: 'People in the call',
      toolbar: { icon: 'users', items: numbersOfPeople, dynamicTitle: true },
    },
    sharing: {
      description: 'Who shares a screen in the call',
      toolbar: { icon: 'browser', items: sharing, dynamicTitle: true },
    },
    network: {
      description: 'Network of the call',
      toolbar: { icon: 'lightning', items: networks, dynamicTitle: true },
    },
  },
  parameters: {
    a11y: {
      test: 'error',
      // What takes the focus at the ends of an open menu hands it on at once: nobody is ever there.
      context: { exclude: ['[data-base-ui-focus-guard]'] },
    },
    layout: 'fullscreen',
    options: {
      storySort: {
        order: [
          'Introduction',
          'Three levels',
          'Playground',
          'Recipes',
          'Theming',
          ['Guide'],
          'Testing',
          'Prebuilt',
          'Components',
        ],
      },
    },
    // A <StrictMode> decorator is not the outermost element: React then does not run effects twice.
    react: { rootOptions: { unstable_strictMode: true } },
  },
};

export default preview;
