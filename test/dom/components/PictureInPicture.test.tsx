import '../support/fakeMediaStream.ts';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ParticipantTile, RoomControls } from '../../../src/components/index.ts';
import { PictureInPicture } from '../../../src/components/panels.ts';
import { RoomPicture } from '../../../src/components/room-controls/picture-in-picture/RoomControlsPictureInPicture.tsx';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { inRoom } from '../support/inRoom.tsx';

const camera = () => ({ kind: 'video', getSettings: () => ({}) }) as MediaStreamTrack;
const room = roomOf([
  { name: 'Ada' },
  { name: 'Grace', camera: camera() },
  { name: 'Heidi', speaking: true, camera: camera() },
]);
const button = () => screen.getByRole('button', { name: 'Picture in picture' });

/** What browsers have: another window of the same page. */
function givenWindows() {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const view = frame.contentWindow as Window & typeof globalThis;
  const close = vi.spyOn(view, 'close').mockImplementation(() => {});
  const requestWindow = vi.fn(async (_size: object) => view);
  vi.stubGlobal('documentPictureInPicture', { requestWindow });
  const inside = within(view.document.body);
  return { requestWindow, view, close, inside };
}

beforeAll(() => RoomPicture.preload());
afterEach(() => {
  vi.unstubAllGlobals();
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
});

describe('a window over all others', () => {
  it('shows who speaks, with microphone, camera and leaving, and is asked for once in StrictMode too', async () => {
    const { requestWindow, inside } = givenWindows();
    render(<StrictMode>{inRoom(<RoomControls.PictureInPicture />, room)}</StrictMode>);
    await userEvent.click(button());
    expect(await inside.findByRole('group', { name: 'Heidi' })).toBeInTheDocument();
    for (const name of ['Microphone', 'Camera', 'Leave']) {
      expect(inside.getByRole('button', { name })).toBeInTheDocument();
    }
    expect(requestWindow).toHaveBeenCalledOnce();
    expect(button()).toHaveAttribute('aria-pressed', 'true');
  });

  it('leaves by its button, as the page does', async () => {
    const { inside } = givenWindows();
    const disconnect = vi.fn(async () => {});
    const onLeave = vi.fn();
    render(inRoom(<RoomControls.PictureInPicture onLeave={onLeave} />, room, { disconnect }));
    await userEvent.click(button());
    await act(async () => (await inside.findByRole('button', { name: 'Leave' })).click());
    expect(disconnect).toHaveBeenCalledOnce();
    await waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
  });

  it('reads like the page', async () => {
    document.documentElement.classList.add('dark');
    const { view, inside } = givenWindows();
    render(inRoom(<RoomControls.PictureInPicture />, room));
    await userEvent.click(button());
    const tile = await inside.findByRole('group', { name: 'Heidi' });
    expect(tile.closest('[data-parlour-theme]')).toHaveAttribute('lang', 'en');
    expect(view.document.documentElement).toHaveClass('dark');
    document.documentElement.classList.remove('dark');
  });

  it('is closed by the same button, by itself, and with what opened it', async () => {
    const { view, close, inside } = givenWindows();
    const { unmount } = render(inRoom(<RoomControls.PictureInPicture />, room));
    await userEvent.click(button());
    await inside.findByRole('group', { name: 'Heidi' });
    await userEvent.click(button());
    await waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(inside.queryByRole('group')).toBeNull();

    await userEvent.click(button());
    await inside.findByRole('group', { name: 'Heidi' });
    act(() => void view.dispatchEvent(new Event('pagehide')));
    expect(button()).toHaveAttribute('aria-pressed', 'false');
    expect(inside.queryByRole('group')).toBeNull();

    await userEvent.click(button());
    await inside.findByRole('group', { name: 'Heidi' });
    unmount();
    await waitFor(() => expect(close).toHaveBeenCalledTimes(2));
  });

  it('that the browser refuses leaves all as it is', async () => {
    const requestWindow = vi.fn().mockRejectedValue(new DOMException('No click.', 'NotAllowedError'));
    vi.stubGlobal('documentPictureInPicture', { requestWindow });
    render(inRoom(<RoomControls.PictureInPicture />, room));
    await userEvent.click(button());
    await waitFor(() => expect(requestWindow).toHaveBeenCalledOnce());
    await waitFor(() => expect(button()).toHaveAttribute('aria-pressed', 'false'));
  });
});

describe('its root', () => {
  it('is an element in that window, with what the caller gave it', async () => {
    const { view, inside } = givenWindows();
    const ref = vi.fn();
    const root = (
      <PictureInPicture.Root ref={ref} id="mine" className="theirs" style={{ opacity: 0.5 }} render={<section />}>
        Ours
      </PictureInPicture.Root>
    );
    const { unmount } = render(inRoom(root, room));
    const element = await inside.findByText('Ours');
    expect(element.ownerDocument).toBe(view.document);
    expect(element.tagName).toBe('SECTION');
    expect([...element.classList]).toEqual(expect.arrayContaining(['parlour-picture', 'theirs']));
    expect(element.id).toBe('mine');
    expect(element.style.opacity).toBe('0.5');
    expect(ref.mock.lastCall?.[0]).toBe(element);
    unmount();
    expect(ref.mock.lastCall?.[0]).toBeNull();
  });

  it('asks for a window of the size it is given, and tells when the person closes it', async () => {
    const { requestWindow, view, inside } = givenWindows();
    const onOpenChange = vi.fn();
    const root = (
      <PictureInPicture.Root width={500} height={300} onOpenChange={onOpenChange}>
        Ours
      </PictureInPicture.Root>
    );
    render(inRoom(root, room));
    await inside.findByText('Ours');
    expect(requestWindow.mock.lastCall?.[0]).toMatchObject({ width: 500, height: 300 });
    act(() => void view.dispatchEvent(new Event('pagehide')));
    expect(onOpenChange.mock.calls).toEqual([[false, expect.objectContaining({ reason: 'close' })]]);
  });
});

describe('its tile', () => {
  it('shows who else speaks', () => {
    render(inRoom(<PictureInPicture.Tile />, room));
    expect(screen.getByRole('group', { name: 'Heidi' })).toBeInTheDocument();
    expect(screen.queryByRole('group', { name: 'Grace' })).toBeNull();
  });

  it('shows you while you are alone, and nothing before the first connection', () => {
    const { unmount } = render(inRoom(<PictureInPicture.Tile />, roomOf([{ name: 'Ada' }])));
    expect(screen.getByRole('group', { name: /Ada/ })).toBeInTheDocument();
    unmount();
    render(inRoom(<PictureInPicture.Tile />, {}));
    expect(screen.queryByRole('group')).toBeNull();
  });
});

describe('without such windows', () => {
  it('there is no button, where the browser cannot show a video either', () => {
    render(inRoom(<RoomControls.PictureInPicture />, room));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('the video of who speaks stands over all, until it is called back', async () => {
    Object.defineProperty(document, 'pictureInPictureEnabled', { value: true, configurable: true });
    const shown = vi.fn(async function (this: HTMLVideoElement) {
      return {};
    });
    Object.assign(HTMLVideoElement.prototype, { requestPictureInPicture: shown });
    const tiles = ['person-2', 'person-3'].map((id) => <ParticipantTile key={id} participantId={id} />);
    const page = (
      <>
        {tiles}
        <RoomControls.PictureInPicture />
      </>
    );
    render(inRoom(page, room));
    const video = (name: string) => screen.getByRole('group', { name }).querySelector('video') as HTMLVideoElement;
    for (const name of ['Grace', 'Heidi']) act(() => void video(name).dispatchEvent(new Event('loadeddata')));
    await userEvent.click(button());
    await waitFor(() => expect(shown.mock.instances).toEqual([video('Heidi')]));
    act(() => void video('Heidi').dispatchEvent(new Event('leavepictureinpicture')));
    expect(button()).toHaveAttribute('aria-pressed', 'false');
    Reflect.deleteProperty(document, 'pictureInPictureEnabled');
    Reflect.deleteProperty(HTMLVideoElement.prototype, 'requestPictureInPicture');
  });
});
