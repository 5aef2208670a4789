import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RoomAudio } from '../../../src/components/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { inRoom } from '../support/inRoom.tsx';

const sounds = () => [...document.querySelectorAll('audio')];
const room = () => roomOf([{ name: 'Ada' }, { name: 'Grace' }, { name: 'Alan' }]);
const refusal = () => Promise.reject(new DOMException('Click first.', 'NotAllowedError'));

afterEach(() => vi.restoreAllMocks());

describe('the sound of a room', () => {
  it('has an element for everybody else, and shows nothing', () => {
    render(inRoom(<RoomAudio />, room()));
    expect(sounds()).toHaveLength(2);
    expect(document.body).toHaveTextContent('');
  });

  it('asks for each stream while it is mounted', () => {
    const release = vi.fn();
    const subscribeDemand = vi.fn(() => ({ update() {}, release }));
    const { unmount } = render(inRoom(<RoomAudio />, room(), { subscribeDemand }));
    expect(subscribeDemand).toHaveBeenCalledWith({ participantId: 'person-2', key: 'self', kind: 'audio' });
    unmount();
    expect(release).toHaveBeenCalledTimes(subscribeDemand.mock.calls.length);
  });

  it('offers a click where the browser wants one first', async () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(refusal);
    render(
      inRoom(
        <>
          <RoomAudio />
          <RoomAudio.Unblock />
        </>,
        room(),
      ),
    );
    expect(screen.queryByRole('button')).toBeNull();
    for (const sound of sounds()) fireEvent.canPlay(sound);
    const button = await screen.findByRole('button', { name: 'Play sound' });
    play.mockResolvedValue(undefined);
    await userEvent.click(button);
    await vi.waitFor(() => expect(screen.queryByRole('button')).toBeNull());
    expect(new Set(play.mock.contexts)).toEqual(new Set(sounds()));
  });

  it('offers none for a failure that no click repairs', async () => {
    const play = vi
      .spyOn(HTMLMediaElement.prototype, 'play')
      .mockImplementation(() => Promise.reject(new DOMException('Replaced.', 'AbortError')));
    render(
      inRoom(
        <>
          <RoomAudio />
          <RoomAudio.Unblock />
        </>,
        room(),
      ),
    );
    for (const sound of sounds()) fireEvent.canPlay(sound);
    await vi.waitFor(() => expect(play).toHaveBeenCalledTimes(2));
    await Promise.allSettled(play.mock.results.map(({ value }) => value));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
