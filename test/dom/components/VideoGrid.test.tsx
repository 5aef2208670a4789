import { act, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ParticipantTile, RoomProvider, VideoGrid } from '../../../src/components/index.ts';
import type { Tile } from '../../../src/store/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { inRoom } from '../support/inRoom.tsx';
import { MutableStore } from '../support/MutableStore.ts';

const crowd = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Person ${index + 1}` }));

describe('a grid', () => {
  it('is a list of everybody', () => {
    render(inRoom(<VideoGrid />, roomOf(crowd(3))));
    expect(screen.getByRole('list', { name: '3 people in the room' })).toBeVisible();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('says that nobody else is here, and no longer when somebody is', () => {
    const alone = roomOf(crowd(1));
    const store = new MutableStore(alone);
    render(
      <RoomProvider store={store}>
        <VideoGrid />
      </RoomProvider>,
    );
    expect(screen.getByText('You are the only one here')).toBeVisible();
    const { participants, streams } = roomOf(crowd(2));
    act(() => store.change({ ...(participants && { participants }), ...(streams && { streams }) }, ['participants']));
    expect(screen.queryByText('You are the only one here')).toBeNull();
  });

  it('does not say so before it is connected', () => {
    render(inRoom(<VideoGrid />, roomOf([], { connection: { status: 'connecting' } })));
    expect(screen.queryByText('You are the only one here')).toBeNull();
  });

  it('puts a shared screen first', () => {
    const track = {} as MediaStreamTrack;
    render(inRoom(<VideoGrid />, roomOf([{ name: 'Ada' }, { name: 'Grace', screen: track }])));
    expect(screen.getAllByRole('group').map((tile) => tile.getAttribute('aria-label'))).toEqual([
      'Grace’s screen',
      'Ada (you)',
      'Grace',
    ]);
  });

  it('keeps the tiles of those who stay when somebody comes', () => {
    const store = new MutableStore(roomOf(crowd(2)));
    render(
      <RoomProvider store={store}>
        <VideoGrid />
      </RoomProvider>,
    );
    const before = [...document.querySelectorAll('video')];
    const { participants, streams } = roomOf(crowd(3));
    act(() => store.change({ ...(participants && { participants }), ...(streams && { streams }) }, ['participants']));
    expect([...document.querySelectorAll('video')].slice(0, 2)).toEqual(before);
  });

  it('renders one tile of two hundred when one person changes', () => {
    const store = new MutableStore(roomOf(crowd(200)));
    const rendered = vi.fn();
    const renderTile = ({ id, participantId, key }: Tile) => (
      <Profiler id={id} onRender={rendered}>
        <ParticipantTile participantId={participantId} streamKey={key} />
      </Profiler>
    );
    render(
      <RoomProvider store={store}>
        <Profiler id="grid" onRender={rendered}>
          <VideoGrid renderTile={renderTile} pageSize={200} />
        </Profiler>
      </RoomProvider>,
    );
    expect(rendered).toHaveBeenCalledWith('person-200/self', 'mount', ...Array(4).fill(expect.any(Number)));

    rendered.mockClear();
    act(() => store.changeParticipant('person-100', { name: 'Ada' }));
    // The profiler around the grid tells of whatever happens within.
    expect(rendered.mock.calls.map(([id]) => id).sort()).toEqual(['grid', 'person-100/self']);
  });

  it('shows who speaks on one tile of two hundred, and renders none for it', () => {
    const store = new MutableStore(roomOf(crowd(200)));
    const rendered = vi.fn();
    const { container } = render(
      <RoomProvider store={store}>
        <Profiler id="grid" onRender={rendered}>
          <VideoGrid pageSize={200} />
        </Profiler>
      </RoomProvider>,
    );
    rendered.mockClear();
    act(() => store.changeParticipant('person-100', { isSpeaking: true }));
    const speaking = [...container.querySelectorAll('[data-speaking]')];
    expect(speaking).toEqual([screen.getByRole('group', { name: 'Person 100' })]);
    expect(rendered).not.toHaveBeenCalled();
  });

  it('renders no other tile when somebody leaves', () => {
    const store = new MutableStore(roomOf(crowd(50)));
    const drawn = vi.fn();
    const renderTile = ({ id }: Tile) => {
      drawn(id);
      return null;
    };
    render(
      <RoomProvider store={store}>
        <VideoGrid renderTile={renderTile} pageSize={200} />
      </RoomProvider>,
    );
    drawn.mockClear();
    const participants = new Map(store.getState().participants);
    participants.delete('person-25');
    act(() => store.change({ participants }, ['participants', 'participant:person-25']));
    expect(screen.getAllByRole('listitem')).toHaveLength(49);
    expect(drawn).not.toHaveBeenCalled();
  });
});
