import { act, screen as page, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { TrackProcessor } from '../../../src/engine/index.ts';
import { useAudioEffect, useVideoEffect } from '../../../src/hooks/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

const plain = <Kind extends 'audio' | 'video'>(kind: Kind, works = true): TrackProcessor<Kind> => ({
  kind,
  name: `plain ${kind}`,
  async process(track) {
    if (!works) throw new Error('It does not work.');
    return { track, stop() {}, cost: () => ({ msPerFrame: 3, framesPerSecond: 30 }) };
  },
});

function Effects() {
  const video = useVideoEffect();
  const audio = useAudioEffect();
  const say = ({ name, active, pending, stopped, error }: Omit<typeof video, 'setEffect'>) =>
    [name, active && 'active', pending && 'pending', stopped && 'stopped', error?.code].filter(Boolean).join(' ');
  return (
    <>
      <button type="button" onClick={() => video.setEffect(plain('video'))}>
        video {say(video)} {video.readCost()?.msPerFrame}
      </button>
      <button type="button" onClick={() => audio.setEffect(plain('audio', false)).catch(() => {})}>
        audio {say(audio)}
      </button>
      <button type="button" onClick={() => video.setEffect(null)}>
        none
      </button>
    </>
  );
}

it('effects are chosen, say how they stand, and are taken away', async () => {
  const test = createTestRoom(new FakeRoomServer());
  render(<Effects />, { wrapper: inRoom(test) });
  const [video, audio, none] = page.getAllByRole('button');
  if (!video || !audio || !none) throw new Error('A button is missing.');
  const click = async (button: HTMLElement) => {
    await userEvent.click(button);
    await act(settled);
  };
  await click(video);
  await vi.waitFor(() => expect(video).toHaveTextContent(/^video plain video$/));
  await act(() => test.room.devices.camera.enable());
  await act(settled);
  expect(video).toHaveTextContent('video plain video active 3');

  await act(() => test.room.devices.microphone.enable());
  await click(audio);
  await vi.waitFor(() => expect(audio).toHaveTextContent('audio plain audio effect-failed'));

  await click(none);
  await vi.waitFor(() => expect(video).toHaveTextContent(/^video$/));
});
