import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ConnectionStatus, PreJoin, RoomProvider, ThemeProvider, VideoGrid } from '../../src/components/index.ts';
import { preloadRoom } from '../../src/components/pre-join/lobbyPreloads.ts';
import { RoomError } from '../../src/engine/index.ts';
import { VideoRoom } from '../../src/prebuilt/VideoRoom.tsx';
import { createStaticRoomStore } from '../../src/store/index.ts';
import ours from '../../src/styles/index.css?inline';
import { computedStyles, differences } from '../support/hostile/computedStyles.ts';
import { Frame } from '../support/hostile/Frame.tsx';
import { hostilePage, plainPage } from '../support/hostile/page.ts';
import { people } from '../support/people.ts';
import { roomOf } from '../support/snapshots.ts';

/**
 * The page's rules for all elements, however rude, change nothing of ours, and ours change nothing of the page. Rules
 * for a class of yours win over ours without any effort.
 */
const meta = {
  title: 'Theming/Hostile page',
  parameters: { a11y: { context: { exclude: ['iframe'] } } },
  // All of a room is there at once, in each frame.
  loaders: [preloadRoom, async () => ({ later: await import('../../src/prebuilt/laterParts.ts') })],
} satisfies Meta;
export default meta;
type Story = StoryObj;

const still = ' *, *::before, *::after { transition: none !important; animation: none !important; }';
const problem = new RoomError('device-in-use', 'The device is busy.');
const room = createStaticRoomStore(
  roomOf(
    people(3).map(({ camera: _, ...person }) => person),
    { devices: { camera: { status: 'failed', error: problem } } },
  ),
);
const lobby = createStaticRoomStore(roomOf([], { connection: { status: 'initialized' } }));
const ended = createStaticRoomStore({ connection: { status: 'disconnected', reason: 'timed_out' } });
const alone = createStaticRoomStore(roomOf(people(1).map(({ camera: _, ...person }) => person)));

/** Ours, with elements of the application inside of the theme. */
const Everything = () => (
  <ThemeProvider theme={{ colorScheme: 'light', font: 'system-ui, sans-serif' }}>
    <p className="theirs">
      Of the <strong>application</strong>, inside of our theme. <button type="button">A button</button>
    </p>
    <div className="box" style={{ height: 400, width: 640 }}>
      <VideoRoom store={room} />
    </div>
    <RoomProvider store={alone}>
      <div className="box" style={{ height: 200, width: 640 }}>
        <VideoGrid />
      </div>
    </RoomProvider>
    <RoomProvider store={lobby}>
      <PreJoin onJoin={() => {}} defaultName="Ada Lovelace" />
    </RoomProvider>
    <RoomProvider store={ended}>
      <ConnectionStatus />
    </RoomProvider>
  </ThemeProvider>
);

const pageOf = async (canvas: HTMLElement, title: string): Promise<Document> => {
  const frame = canvas.querySelector<HTMLIFrameElement>(`iframe[title='${title}']`);
  const look = () => {
    const page = frame?.contentDocument;
    // What of a room is loaded last.
    const room = page?.querySelector('.parlour-room');
    const isWhole = room ? room.querySelector('.parlour-shortcuts-marker') : page?.querySelector('#ours > *');
    if (!page || !isWhole) throw new Error(`${title} is not there yet`);
    return page;
  };
  return waitFor(look, { timeout: 20_000 });
};
const oursOf = (page: Document) =>
  page.querySelectorAll("[class^='parlour-'], [class^='parlour-'] > svg, [class^='parlour-'] > svg > *");

/** Our elements are computed the same on a rude page as on a plain one, wherever its rules stand. */
export const OursStayAsTheyAre: Story = {
  render: () => (
    <>
      <Frame title="plain" styles={[plainPage, ours, still]}>
        <Everything />
      </Frame>
      <Frame title="rude before" styles={[plainPage, hostilePage, ours, still]}>
        <Everything />
      </Frame>
      <Frame title="rude after" styles={[plainPage, ours, hostilePage, still]}>
        <Everything />
      </Frame>
    </>
  ),
  play: async ({ canvasElement }) => {
    const plain = computedStyles(oursOf(await pageOf(canvasElement, 'plain')));
    await expect(plain.size).toBeGreaterThan(10_000);
    for (const title of ['rude before', 'rude after']) {
      await expect(differences(plain, computedStyles(oursOf(await pageOf(canvasElement, title))))).toEqual([]);
    }
  },
};

/** Theirs: all of the page that is not ours, inside of our theme as well. */
const theirsOf = (page: Document) => [
  ...page.querySelectorAll('html, body, main > :not(#ours), main > :not(#ours) *, .theirs, .theirs *'),
];

const withAndWithout = (title: string, styles: readonly string[]): Story => ({
  name: title,
  render: () => (
    <>
      <Frame title="with" styles={[...styles, ours, still]}>
        <Everything />
      </Frame>
      <Frame title="without" styles={[...styles, still]}>
        <Everything />
      </Frame>
    </>
  ),
  play: async ({ canvasElement }) => {
    const without = computedStyles(theirsOf(await pageOf(canvasElement, 'without')));
    await expect(without.size).toBeGreaterThan(10_000);
    const found = differences(without, computedStyles(theirsOf(await pageOf(canvasElement, 'with'))));
    // The height of the page and where things lie in it follow from ours, which have another size without their style sheet.
    const size = / (block-size|height|inline-size|width|perspective-origin|transform-origin)$/;
    await expect(
      found.filter((line) => !size.test(line.slice(0, line.indexOf(':'))) && !/ (html|body)\./.test(line)).slice(0, 20),
    ).toEqual([]);
  },
});

export const TheirsStayAsTheyAre = withAndWithout('Theirs stay as they are', [plainPage]);
export const TheirsStayAsTheyAreOnARudePage = withAndWithout('Theirs stay as they are on a rude page', [
  plainPage,
  hostilePage,
]);

/** A rule for a class wins over ours, without a layer and without being important. */
export const AClassOfYoursWins: Story = {
  render: () => (
    <Frame title="plain" styles={[plainPage, '.mine { background: rgb(1, 2, 3); }', ours, still]}>
      <RoomProvider store={ended}>
        <ConnectionStatus.Root>
          <ConnectionStatus.JoinAgain className="mine" />
        </ConnectionStatus.Root>
      </RoomProvider>
    </Frame>
  ),
  play: async ({ canvasElement }) => {
    const page = await pageOf(canvasElement, 'plain');
    const button = page.querySelector('.mine') as Element;
    await expect(page.defaultView?.getComputedStyle(button).backgroundColor).toBe('rgb(1, 2, 3)');
  },
};
