import '../support/fakeMediaStream.ts';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  FloatingSelfView,
  FocusLayout,
  RoomProvider,
  RoomStage,
  SpeakerLayout,
} from '../../../src/components/index.ts';
import { FloatingSelfView as SelfViewPart } from '../../../src/components/room-stage/RoomStage.tsx';
import { type RoomLayout, usePinned, viewOf } from '../../../src/hooks/index.ts';
import type { Tile } from '../../../src/store/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { countRenders } from '../../support/dom/countRenders.ts';
import { FakeBox } from '../support/FakeBox.ts';
import { inRoom } from '../support/inRoom.tsx';
import { MutableStore } from '../support/MutableStore.ts';

const crowd = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Person ${index + 1}` }));
const videos = () => [...document.querySelectorAll('video')];
const cell = (person: number) => document.querySelector<HTMLElement>(`[data-tile='person-${person}/self']`);
const place = (person: number) => cell(person)?.dataset.place;
const position = (person: number) => cell(person)?.getAttribute('style');
const inPlace = (wanted: string) =>
  [...document.querySelectorAll<HTMLElement>(`[data-place='${wanted}']`)].map(
    ({ dataset }) => dataset.tile?.split('/')[0],
  );

let box: FakeBox;
beforeEach(() => {
  box = new FakeBox(1200, 700);
});
afterEach(() => box.restore());

/** A stage in a room, and what chooses a layout. */
function stage(store: MutableStore, props: Parameters<typeof RoomStage>[0] = {}) {
  render(
    <RoomProvider store={store}>
      <RoomStage {...props} />
    </RoomProvider>,
  );
  return { choose: (layout: RoomLayout) => act(() => viewOf(store).setLayout(layout)) };
}

function Pin() {
  const { pinned, buttonProps } = usePinned('person-2');
  return <button {...buttonProps}>{pinned ? 'Unpin' : 'Pin'}</button>;
}

const speak = (store: MutableStore, person: number) =>
  act(() => store.change({ activeSpeakerId: `person-${person}` }, ['active-speaker']));

describe('a stage', () => {
  it('keeps every video element, whatever layout is chosen', () => {
    const camera = {} as MediaStreamTrack;
    const { choose } = stage(new MutableStore(roomOf(crowd(9).map((person) => ({ ...person, camera })))));
    const before = videos();
    expect(before).toHaveLength(9);
    for (const layout of ['speaker', 'focus', 'grid'] as const) {
      choose(layout);
      expect(videos()).toEqual(before);
    }
  });

  it('renders no tile for another layout, another speaker or another size', async () => {
    const store = new MutableStore(roomOf(crowd(9)));
    const drawn = vi.fn((_tile: Tile) => null);
    const { choose } = stage(store, { renderTile: drawn });
    drawn.mockClear();
    choose('speaker');
    const at = position(5);
    const { commits } = await countRenders(async () => {
      speak(store, 5);
      act(() => box.resize(900, 700));
    });
    expect(commits).toBe(0);
    expect(place(5)).toBe('featured');
    expect(position(5)).not.toBe(at);
    expect(drawn).not.toHaveBeenCalled();
  });

  it('moves nobody in a crowd when somebody comes, and lets nothing in it move by itself', () => {
    const store = new MutableStore(roomOf(crowd(103)));
    stage(store, { pageSize: 200 });
    const everybody = Array.from({ length: 103 }, (_, index) => index + 1);
    const before = everybody.map(position);
    const { participants, streams } = roomOf(crowd(104));
    act(() => store.change({ ...(participants && { participants }), ...(streams && { streams }) }, ['participants']));
    expect(everybody.map(position)).toEqual(before);
    expect(new Set([...before, position(104)]).size).toBe(104);
    expect(screen.getByRole('list')).toHaveAttribute('data-crowded');
  });

  it('makes large who speaks, and leaves everybody else where they are', () => {
    const store = new MutableStore(roomOf(crowd(6)));
    stage(store, { layout: 'speaker' });
    expect(inPlace('featured')).toEqual(['person-2']);
    speak(store, 4);
    const others = [1, 3, 5, 6].map(position);
    expect(inPlace('featured')).toEqual(['person-4']);
    speak(store, 2);
    expect(inPlace('featured')).toEqual(['person-2']);
    expect([1, 3, 5, 6].map(position)).toEqual(others);
  });

  it('does not make yourself large because you speak', () => {
    const store = new MutableStore(roomOf(crowd(3)));
    stage(store, { layout: 'speaker' });
    speak(store, 1);
    expect(inPlace('featured')).toEqual(['person-2']);
  });

  it('does not follow who speaks while one is in focus', () => {
    const store = new MutableStore(roomOf(crowd(3)));
    stage(store, { layout: 'focus' });
    speak(store, 3);
    expect(inPlace('featured')).toEqual(['person-2']);
  });

  it('makes shared screens large in every layout, several beside each other', () => {
    const track = {} as MediaStreamTrack;
    const { choose } = stage(
      new MutableStore(roomOf([...crowd(2), { name: 'A', screen: track }, { name: 'B', screen: track }])),
    );
    for (const layout of ['grid', 'speaker', 'focus'] as const) {
      choose(layout);
      expect(inPlace('featured')).toEqual(['person-3', 'person-4']);
    }
  });

  it('makes large what is pinned, by a double click too, and before shared screens', () => {
    const track = {} as MediaStreamTrack;
    stage(new MutableStore(roomOf([...crowd(3), { name: 'A', screen: track }])));
    fireEvent.doubleClick(screen.getByRole('group', { name: 'Person 2' }));
    fireEvent.doubleClick(screen.getByRole('group', { name: 'Person 3' }));
    expect(inPlace('featured')).toEqual(['person-2', 'person-3']);
    fireEvent.doubleClick(screen.getByRole('group', { name: 'Person 2' }));
    fireEvent.doubleClick(screen.getByRole('group', { name: 'Person 3' }));
    expect(inPlace('featured')).toEqual(['person-4']);
  });

  it('makes large whom the application puts into the spotlight', () => {
    const spotlight = ['person-3', 'nobody'];
    stage(new MutableStore(roomOf(crowd(4))), { spotlight });
    expect(inPlace('featured')).toEqual(['person-3']);
  });

  it('tells a pin to whoever asks for it', async () => {
    render(
      <RoomProvider store={new MutableStore(roomOf(crowd(3)))}>
        <FocusLayout />
        <SpeakerLayout />
        <Pin />
      </RoomProvider>,
    );
    const pin = screen.getByText('Pin');
    await userEvent.click(pin);
    expect(pin).toHaveAttribute('aria-pressed', 'true');
    expect(inPlace('featured')).toEqual(['person-2', 'person-2']);
  });
});

describe('pages of a stage', () => {
  it('mount the page and its neighbours alone', async () => {
    stage(new MutableStore(roomOf(crowd(100))), { pageSize: 9 });
    expect(inPlace('page')).toHaveLength(9);
    expect(inPlace('away')).toHaveLength(9);
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(screen.getByText('Page 2 of 12')).toBeInTheDocument();
    expect(inPlace('page')).toContain('person-10');
    expect(inPlace('away')).toHaveLength(18);
    expect(cell(1)?.inert).toBe(true);
  });

  it('keep the elements of those who stay when they are turned', async () => {
    stage(new MutableStore(roomOf(crowd(30))), { pageSize: 9 });
    const of = (person: number) => cell(person)?.querySelector('video');
    const [first, tenth] = [of(1), of(10)];
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect([of(1), of(10)]).toEqual([first, tenth]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next page' }));
  });

  it('turn by PageDown and PageUp, and not beyond the last one', async () => {
    stage(new MutableStore(roomOf(crowd(20))), { pageSize: 9 });
    screen.getByRole('list').focus();
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}');
    expect(screen.getByText('Page 3 of 3')).toBeInTheDocument();
    const next = screen.getByRole('button', { name: 'Next page' });
    expect(next).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(next);
    await userEvent.keyboard('{PageUp}');
    expect(screen.getByText('Page 2 of 3')).toBeInTheDocument();
  });

  it('turn by a swipe, which the tiles follow', () => {
    stage(new MutableStore(roomOf(crowd(20))), { pageSize: 9 });
    const list = screen.getByRole('list');
    list.setPointerCapture = () => {};
    const touch = { pointerId: 1, isPrimary: true, pointerType: 'touch' };
    fireEvent.pointerDown(list, { ...touch, clientX: 900, clientY: 300 });
    fireEvent.pointerMove(list, { ...touch, clientX: 600, clientY: 304 });
    expect(list.style.getPropertyValue('--parlour-swipe')).toBe('-300px');
    fireEvent.pointerMove(list, { ...touch, clientX: 400, clientY: 304 });
    fireEvent.pointerUp(list, { ...touch, clientX: 400, clientY: 304 });
    expect(screen.getByText('Page 2 of 3')).toBeInTheDocument();
    expect(list.style.getPropertyValue('--parlour-swipe')).toBe('');
  });

  it('do not turn when a finger scrolls the page', () => {
    stage(new MutableStore(roomOf(crowd(20))), { pageSize: 9 });
    const list = screen.getByRole('list');
    const touch = { pointerId: 1, isPrimary: true, pointerType: 'touch' };
    fireEvent.pointerDown(list, { ...touch, clientX: 900, clientY: 300 });
    fireEvent.pointerMove(list, { ...touch, clientX: 860, clientY: 100 });
    fireEvent.pointerMove(list, { ...touch, clientX: 300, clientY: 100 });
    fireEvent.pointerUp(list, { ...touch, clientX: 300, clientY: 100 });
    expect(screen.getByText('Page 1 of 3')).toBeInTheDocument();
  });

  it('bring who speaks onto the page, in the place of one who was not heard, and leave all others', () => {
    const store = new MutableStore(roomOf(crowd(30)));
    stage(store, { pageSize: 9 });
    const staying = [1, 2, 3, 4, 5, 6, 7, 8].map(position);
    const free = position(9);
    speak(store, 25);
    expect(place(25)).toBe('page');
    expect(position(25)).toBe(free);
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(position)).toEqual(staying);
    speak(store, 8);
    expect(inPlace('page')).toHaveLength(9);
  });

  it('bring one at a time: of those who speak within a moment the last one comes next', () => {
    vi.useFakeTimers();
    try {
      const store = new MutableStore(roomOf(crowd(40)));
      stage(store, { pageSize: 9 });
      const brought = () => [25, 26, 27].filter((person) => place(person) === 'page');
      for (const person of [25, 26, 27]) speak(store, person);
      expect(brought()).toEqual([25]);
      act(() => vi.advanceTimersByTime(1_000));
      expect(brought()).toEqual([25, 27]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('move one tile at most when somebody leaves a full page', () => {
    const store = new MutableStore(roomOf(crowd(30)));
    stage(store, { pageSize: 9 });
    const staying = [1, 2, 3, 5, 6, 7, 8, 9].map(position);
    const participants = new Map(store.getState().participants);
    participants.delete('person-4');
    act(() => store.change({ participants }, ['participants', 'participant:person-4']));
    expect([1, 2, 3, 5, 6, 7, 8, 9].map(position)).toEqual(staying);
    expect(place(30)).toBe('page');
  });

  it('have as many tiles as a phone can show', () => {
    box.resize(366, 740);
    stage(new MutableStore(roomOf(crowd(49))));
    expect(inPlace('page').length).toBeGreaterThanOrEqual(6);
    expect(inPlace('page').length).toBeLessThanOrEqual(15);
  });

  it('keep the focus on the stage when who had it goes away', async () => {
    const store = new MutableStore(roomOf(crowd(20)));
    stage(store, { pageSize: 9, renderTile: ({ id }) => <button type="button">{id}</button> });
    screen.getByRole('button', { name: 'person-3/self' }).focus();
    await userEvent.keyboard('{PageDown}');
    expect(document.activeElement).toBe(screen.getByRole('list'));
    screen.getByRole('button', { name: 'person-12/self' }).focus();
    const participants = new Map(store.getState().participants);
    participants.delete('person-12');
    act(() => store.change({ participants }, ['participants', 'participant:person-12']));
    expect(document.activeElement).toBe(screen.getByRole('list'));
  });
});

describe('who has no tile', () => {
  it('is counted, if it may not publish', () => {
    const room = roomOf(crowd(4));
    const participants = new Map(room.participants);
    for (const id of ['person-3', 'person-4']) {
      const participant = participants.get(id);
      if (participant)
        participants.set(id, { ...participant, streams: {}, grants: { ...participant.grants, publish: [] } });
    }
    const store = new MutableStore({ ...room, participants });
    stage(store);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('2 people are watching')).toBeVisible();
  });

  it('is yourself, where your own picture floats', async () => {
    await SelfViewPart.preload();
    stage(new MutableStore(roomOf(crowd(3))), { selfView: 'floating' });
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByText(/watching/)).toBeNull();
    const own = screen.getByRole('group', { name: /Your picture/ });
    expect(own).toHaveAttribute('data-corner', 'bottom-end');
    own.focus();
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
    expect(own).toHaveAttribute('data-corner', 'top-start');
  });
});

it('a tile that throws takes no other with it, and can be tried again', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = new Set(['person-2/self']);
  const renderTile = ({ id }: Tile) => <Fragile id={id} broken={broken} />;
  stage(new MutableStore(roomOf(crowd(3))), { renderTile });
  expect(screen.getAllByText('whole')).toHaveLength(2);
  expect(screen.getByRole('group', { name: 'Person 2' })).toHaveTextContent('cannot be shown');
  expect(reported).toHaveBeenCalled();
  broken.clear();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getAllByText('whole')).toHaveLength(3);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('your own floating picture that throws takes nothing else with it', () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  render(
    inRoom(
      <FloatingSelfView>
        <Fragile id="self" broken={new Set(['self'])} />
      </FloatingSelfView>,
      roomOf(crowd(2)),
    ),
  );
  expect(screen.getByRole('group', { name: /Your picture/ })).toHaveTextContent('cannot be shown');
  expect(reported).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Fragile({ id, broken }: { id: string; broken: ReadonlySet<string> }) {
  if (broken.has(id)) throw new Error('broken');
  return <p>whole</p>;
}
