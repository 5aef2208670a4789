import { act, render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type LazyPart, lazyPart } from '../../../src/components/lazy-part/lazyPart.tsx';
import { inRoom } from '../support/inRoom.tsx';

interface PanelProps {
  title: string;
  broken?: boolean;
}

function Panel({ title, broken = false }: PanelProps) {
  if (broken) throw new Error('the panel is broken');
  return <h2>{title}</h2>;
}

/** A part whose code comes when the test says so. */
function panelToLoad() {
  const attempts: PromiseWithResolvers<ComponentType<PanelProps>>[] = [];
  const Part = lazyPart<PanelProps>(() => {
    const attempt = Promise.withResolvers<ComponentType<PanelProps>>();
    attempts.push(attempt);
    return attempt.promise;
  });
  return {
    Part,
    attempts,
    arrive: () => act(async () => attempts.at(-1)?.resolve(Panel)),
    fail: () => act(async () => attempts.at(-1)?.reject(new TypeError('Failed to fetch dynamically imported module'))),
  };
}

const show = (Part: LazyPart<PanelProps>, props: PanelProps = { title: 'Chat' }) =>
  act(async () => render(inRoom(<Part {...props} />, {})));

const heading = () => screen.queryByRole('heading', { name: 'Chat' });

/** What the page's own error handlers hear of. */
const report = vi.fn();
vi.stubGlobal('reportError', report);
// React tells of every error that a boundary catches.
const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});

afterEach(() => {
  report.mockClear();
  complaints.mockClear();
});

describe('a part that is loaded when it is opened', () => {
  it('is not loaded before it is rendered, says that it loads, and then is there', async () => {
    const { Part, attempts, arrive } = panelToLoad();
    expect(attempts).toHaveLength(0);
    await show(Part);
    expect(screen.getByRole('status')).toHaveTextContent('Loading…');
    await arrive();
    expect(heading()).toBeInTheDocument();
    expect(screen.queryByRole('status')).toBeNull();
    expect(attempts).toHaveLength(1);
  });

  it('is there at once when it is opened again', async () => {
    const { Part, attempts, arrive } = panelToLoad();
    const { unmount } = await show(Part);
    await arrive();
    unmount();
    await show(Part);
    expect(heading()).toBeInTheDocument();
    expect(attempts).toHaveLength(1);
  });

  it('can be loaded ahead, once', async () => {
    const { Part, attempts, arrive } = panelToLoad();
    Part.preload();
    Part.preload();
    expect(attempts).toHaveLength(1);
    await arrive();
    await show(Part);
    expect(heading()).toBeInTheDocument();
    expect(attempts).toHaveLength(1);
  });

  it('says that it could not be loaded, tells the page why, and loads again on request', async () => {
    const { Part, attempts, arrive, fail } = panelToLoad();
    await show(Part);
    await fail();
    expect(screen.getByRole('alert')).toHaveTextContent('This could not be shown. Try again, or reload the page.');
    expect(report.mock.calls[0]?.[0].cause).toEqual(new TypeError('Failed to fetch dynamically imported module'));
    // What suspends in a click is waited for only by an act() that is awaited itself.
    await act(async () => screen.getByRole('button', { name: 'Try again' }).click());
    expect(screen.getByRole('status')).toBeInTheDocument();
    expect(attempts).toHaveLength(2);
    await arrive();
    expect(heading()).toBeInTheDocument();
  });

  it('is loaded when it is opened although loading it ahead has failed', async () => {
    const { Part, arrive, fail } = panelToLoad();
    Part.preload();
    await fail();
    await show(Part);
    expect(screen.queryByRole('alert')).toBeNull();
    await arrive();
    expect(heading()).toBeInTheDocument();
  });

  it('takes nothing else with it when it throws', async () => {
    const { Part, arrive } = panelToLoad();
    await act(async () =>
      render(
        inRoom(
          <>
            <p>the rest</p>
            <Part title="Chat" broken />
          </>,
          {},
        ),
      ),
    );
    await arrive();
    expect(screen.getByRole('alert')).toBeInTheDocument();
    expect(screen.getByText('the rest')).toBeInTheDocument();
    expect(report.mock.calls[0]?.[0].cause).toEqual(new Error('the panel is broken'));
  });
});
