import { MessagesProvider, ThemeProvider } from 'parlour';
import { loadConsoleMessages, MissionControl } from 'parlour/console';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'parlour/styles.css';
import './page.css';
import { loadLocale } from './loadLocale.ts';

const locale = await loadLocale(navigator.languages);
await loadConsoleMessages(locale.tag);
document.documentElement.lang = locale.tag;
document.documentElement.dir = locale.direction;

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <MessagesProvider locale={locale}>
      <ThemeProvider>
        <MissionControl navigation="/console" />
      </ThemeProvider>
    </MessagesProvider>
  </StrictMode>,
);
