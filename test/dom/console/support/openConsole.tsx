import { render } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { ThemeProvider } from '../../../../src/components/index.ts';
import { MissionControl } from '../../../../src/console/index.ts';
import type { FakeBackend } from '../../../../stories/support/console/FakeBackend.ts';

/** Shows mission control at a place of the address, which is put back after the test. */
export function openConsole(backend: FakeBackend, place = '/rooms') {
  history.replaceState(null, '', `/console${place}`);
  onTestFinished(() => history.replaceState(null, '', '/'));
  return render(
    <ThemeProvider>
      <MissionControl navigation="/console" fetch={backend.fetch} openEvents={backend.openEvents} />
    </ThemeProvider>,
  );
}
