import { act, render } from '@testing-library/react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { useStreamVideo } from '../../../src/hooks/index.ts';
import { createStaticRoomStore } from '../../../src/store/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { RecordedDemands } from '../../support/dom/RecordedDemands.ts';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

type Report = (entries: object[]) => void;

/** A browser's observer of elements, whose reports a test makes. */
class FakeObserver {
  static readonly all: FakeObserver[] = [];
  readonly report: Report;
  readonly observed = new Set<Element>();

  constructor(report: Report) {
    this.report = report;
    FakeObserver.all.push(this);
  }

  observe(element: Element): void {
    this.observed.add(element);
  }

  unobserve(element: Element): void {
    this.observed.delete(element);
  }
}

class FakeResizeObserver extends FakeObserver {}
class FakeIntersectionObserver extends FakeObserver {}

beforeAll(() => {
  vi.stubGlobal('ResizeObserver', FakeResizeObserver);
  vi.stubGlobal('IntersectionObserver', FakeIntersectionObserver);
  vi.stubGlobal('devicePixelRatio', 2);
});
afterAll(() => void vi.unstubAllGlobals());

function Video({ id }: { id: string }) {
  const { videoProps } = useStreamVideo(id);
  return <video {...videoProps} data-testid={id} />;
}

/** Two people whose videos are on a page; the engine's demands for them. */
async function setUp(container: HTMLElement = document.body.appendChild(document.createElement('div'))) {
  const server = new FakeRoomServer();
  for (const id of ['a', 'b']) server.room.enter({ id, streams: [{}] });
  const { room } = createTestRoom(server);
  await room.connect();
  const demands = new RecordedDemands();
  const { subscribeDemand } = demands;
  const wrapper = inRoom({ store: createStaticRoomStore(room.getState(), { subscribeDemand }) });
  const page = render(
    <>
      <Video id="a" />
      <Video id="b" />
    </>,
    { wrapper, container },
  );
  const [a, b] = [page.getByTestId('a'), page.getByTestId('b')];
  const resize = FakeObserver.all.filter((observer) => observer instanceof FakeResizeObserver);
  const intersection = FakeObserver.all.filter((observer) => observer instanceof FakeIntersectionObserver);
  const visible = () => demands.current.map((demand) => demand.visible);
  return { page, a, b, demands, resize, intersection, visible };
}

it('tells the size and the visibility of each element, by one observer of each sort for all', async () => {
  const { page, a, b, demands, resize, intersection } = await setUp();
  expect([resize.length, intersection.length]).toEqual([1, 1]);
  expect([...(resize[0]?.observed ?? [])]).toEqual([a, b]);
  expect(demands.current.map(({ visible }) => visible)).toEqual([false, false]);

  act(() => {
    resize[0]?.report([{ target: a, contentRect: { width: 320, height: 180 } }]);
    intersection[0]?.report([
      { target: a, isIntersecting: true },
      { target: b, isIntersecting: false },
    ]);
  });
  expect(demands.current).toEqual([
    { participantId: 'a', key: 'self', kind: 'video', visible: true, width: 320, height: 180, devicePixelRatio: 2 },
    { participantId: 'b', key: 'self', kind: 'video', visible: false },
  ]);

  act(() => intersection[0]?.report([{ target: a, isIntersecting: false }]));
  expect(demands.current[0]?.visible).toBe(false);

  page.unmount();
  expect(demands.current).toEqual([]);
  expect([resize[0]?.observed.size, intersection[0]?.observed.size]).toEqual([0, 0]);
  // What an observer still had to say is about nobody.
  intersection[0]?.report([{ target: a, isIntersecting: true }]);
});

it('nothing is seen of a page in the background, but a video that stands out of it', async () => {
  const { page, a, b, intersection, visible } = await setUp();
  const setHidden = (hidden: boolean) =>
    act(() => {
      vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
      document.dispatchEvent(new Event('visibilitychange'));
    });
  act(() =>
    intersection[0]?.report([
      { target: a, isIntersecting: true },
      { target: b, isIntersecting: false },
    ]),
  );
  setHidden(true);
  expect(visible()).toEqual([false, false]);
  setHidden(false);
  expect(visible()).toEqual([true, false]);

  Object.defineProperty(document, 'pictureInPictureElement', { configurable: true, get: () => a });
  setHidden(true);
  expect(visible()).toEqual([true, false]);
  Object.defineProperty(document, 'pictureInPictureElement', { configurable: true, get: () => null });
  act(() => void a.dispatchEvent(new Event('leavepictureinpicture', { bubbles: true })));
  expect(visible()).toEqual([false, false]);

  // What comes into sight meanwhile is seen when the page is.
  act(() => intersection[0]?.report([{ target: b, isIntersecting: true }]));
  expect(visible()).toEqual([false, false]);
  setHidden(false);
  expect(visible()).toEqual([true, true]);
  page.unmount();
  Reflect.deleteProperty(document, 'pictureInPictureElement');
  vi.restoreAllMocks();
});

it('a video in a window of its own is measured by that window, also while the page is in the background', async () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const view = frame.contentWindow as Window & typeof globalThis;
  class OtherResizeObserver extends FakeObserver {}
  class OtherIntersectionObserver extends FakeObserver {}
  Object.assign(view, { ResizeObserver: OtherResizeObserver, IntersectionObserver: OtherIntersectionObserver });
  Object.defineProperty(view, 'devicePixelRatio', { value: 3 });
  Object.defineProperty(view.document, 'hidden', { value: false });
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);

  const { page, a, b, demands } = await setUp(view.document.body);
  const resize = FakeObserver.all.filter((observer) => observer instanceof OtherResizeObserver);
  const intersection = FakeObserver.all.filter((observer) => observer instanceof OtherIntersectionObserver);
  expect([resize.length, intersection.length]).toEqual([1, 1]);
  expect([...(resize[0]?.observed ?? [])]).toEqual([a, b]);
  expect([...(intersection[0]?.observed ?? [])]).toEqual([a, b]);
  act(() => {
    resize[0]?.report([{ target: a, contentRect: { width: 360, height: 200 } }]);
    intersection[0]?.report([{ target: a, isIntersecting: true }]);
  });
  expect(demands.current).toEqual([
    { participantId: 'a', key: 'self', kind: 'video', visible: true, width: 360, height: 200, devicePixelRatio: 3 },
    { participantId: 'b', key: 'self', kind: 'video', visible: false },
  ]);
  page.unmount();
  expect([resize[0]?.observed.size, intersection[0]?.observed.size]).toEqual([0, 0]);
  vi.restoreAllMocks();
  frame.remove();
});
