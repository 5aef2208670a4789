import type { StoryObj } from '@storybook/react-vite';
import { ConfirmDialog } from '../../../src/components/dialog/useConfirm.tsx';
import { MissionControl } from '../../../src/console/index.ts';
import { expectToFit } from './expectToFit.ts';
import type { FakeBackend } from './FakeBackend.ts';

/** What a scene's `play` gets as `loaded`. */
export interface Scene {
  backend: FakeBackend;
}

/** Mission control at a place of the address, which is put back afterwards; whatever it shows fits on a phone. */
export const scene = (
  backend: () => FakeBackend,
  place = '',
): Required<Pick<StoryObj, 'loaders' | 'render' | 'beforeEach' | 'afterEach'>> => ({
  beforeEach: () => {
    const before = location.href;
    history.replaceState(null, '', `#${place}`);
    return () => history.replaceState(null, '', before);
  },
  loaders: [
    async () => {
      // What is fetched while `act` looks on is never there.
      await ConfirmDialog.preload();
      return { backend: backend() };
    },
  ],
  render: (_args, { loaded }) => {
    const { backend: there } = loaded as Scene;
    return <MissionControl fetch={there.fetch} openEvents={there.openEvents} />;
  },
  afterEach: ({ canvasElement }) => expectToFit(canvasElement),
});

/** Lists that never come. */
export const never = (backend: FakeBackend, what = '/v2/'): FakeBackend => {
  backend.refuse = ({ url }) => (url.includes(what) ? new Promise<Response>(() => {}) : undefined);
  return backend;
};

/** Says no to what is asked for. */
export const refusing = (backend: FakeBackend, what = '/v2/'): FakeBackend => {
  const errors = [{ code: 'forbidden', title: 'Forbidden', detail: 'Not with this key.' }];
  backend.refuse = ({ url }) => (url.includes(what) ? Response.json({ errors }, { status: 403 }) : undefined);
  return backend;
};
