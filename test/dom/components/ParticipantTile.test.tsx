import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Profiler, type ReactNode, StrictMode } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ParticipantTile, RoomProvider } from '../../../src/components/index.ts';
import { MenuPopup } from '../../../src/components/menu/useMenu.tsx';
import { RoomError, type Stream } from '../../../src/engine/index.ts';
import type { StaticCommands } from '../../../src/store/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { inRoom } from '../support/inRoom.tsx';
import { MutableStore } from '../support/MutableStore.ts';

const track = {} as MediaStreamTrack;
const two = () =>
  roomOf([
    { name: 'Ada', camera: track },
    { name: 'Grace', camera: track, screen: track },
  ]);
const tile = (participantId: string, streamKey?: string) => (
  <ParticipantTile key={`${participantId}/${streamKey}`} participantId={participantId} streamKey={streamKey} />
);
const videoOf = (group: HTMLElement) => group.querySelector('video') as HTMLVideoElement;

describe('a tile', () => {
  it('is named after its person, and says which one is yourself', () => {
    render(inRoom([tile('person-1'), tile('person-2')], two()));
    expect(screen.getByRole('group', { name: 'Ada (you)' })).toHaveAttribute('data-local');
    expect(screen.getByRole('group', { name: 'Grace' })).not.toHaveAttribute('data-local');
  });

  it('is named after whose screen it is', () => {
    render(inRoom(tile('person-2', 'presentation'), two()));
    expect(screen.getByRole('group', { name: 'Grace’s screen' })).toHaveAttribute('data-key', 'presentation');
  });

  it('mirrors your own camera, and nothing else', () => {
    render(inRoom([tile('person-1'), tile('person-2'), tile('person-2', 'presentation')], two()));
    expect(videoOf(screen.getByRole('group', { name: 'Ada (you)' }))).toHaveAttribute('data-mirrored');
    expect(videoOf(screen.getByRole('group', { name: 'Grace' }))).not.toHaveAttribute('data-mirrored');
    const shared = videoOf(screen.getByRole('group', { name: 'Grace’s screen' }));
    expect(shared).not.toHaveAttribute('data-mirrored');
    expect(shared).toHaveAttribute('data-fit', 'contain');
  });

  it('keeps its video element while the camera goes off and on', () => {
    const store = new MutableStore(two());
    render(<RoomProvider store={store}>{tile('person-2')}</RoomProvider>);
    const group = screen.getByRole('group', { name: 'Grace' });
    const before = videoOf(group);
    const setVideo = (isVideoEnabled: boolean) =>
      act(() => {
        const streams = new Map(store.getState().streams);
        const stream = streams.get('person-2/self');
        if (stream) streams.set('person-2/self', { ...stream, isVideoEnabled });
        store.change({ streams }, ['stream:person-2/self']);
      });
    expect(group).toHaveAttribute('data-video');
    setVideo(false);
    expect(group).not.toHaveAttribute('data-video');
    expect(videoOf(group)).toBe(before);
    setVideo(true);
    expect(group).toHaveAttribute('data-video');
    expect(videoOf(group)).toBe(before);
  });

  it('shows and tells who is muted, and who speaks', () => {
    const store = new MutableStore(roomOf([{ name: 'Ada' }, { name: 'Grace' }, { name: 'Alan', muted: true }]));
    render(<RoomProvider store={store}>{[tile('person-2'), tile('person-3')]}</RoomProvider>);
    const grace = screen.getByRole('group', { name: 'Grace' });
    expect(within(screen.getByRole('group', { name: 'Alan' })).getByRole('img', { name: 'Muted' })).toBeVisible();
    expect(grace).not.toHaveAttribute('data-speaking');
    act(() => store.changeParticipant('person-2', { isSpeaking: true }));
    expect(grace).toHaveAttribute('data-speaking');
    expect(within(grace).getByRole('img', { name: 'Speaking' })).toBeVisible();
  });

  it('shows who speaks without a render, unless its look is a function of that', () => {
    const store = new MutableStore(roomOf([{ name: 'Ada' }, { name: 'Grace' }]));
    const commits: string[] = [];
    const counted = (id: string, children: ReactNode) => (
      <Profiler id={id} onRender={() => commits.push(id)}>
        {children}
      </Profiler>
    );
    const className = ({ speaking }: { speaking: boolean }) => (speaking ? 'loud' : 'calm');
    render(
      <StrictMode>
        <RoomProvider store={store}>
          {counted('default', tile('person-2'))}
          {counted('own', <ParticipantTile.Root participantId="person-2" className={className} />)}
        </RoomProvider>
      </StrictMode>,
    );
    const [grace, own] = screen.getAllByRole('group', { name: 'Grace' }) as [HTMLElement, HTMLElement];
    commits.length = 0;
    const speak = (isSpeaking: boolean) => act(() => store.changeParticipant('person-2', { isSpeaking }));
    speak(true);
    expect(grace).toHaveAttribute('data-speaking');
    expect(within(grace).getByRole('img', { name: 'Speaking' }).dataset.microphone).toBe('speaking');
    expect(own).toHaveClass('loud');
    speak(false);
    speak(true);
    speak(false);
    expect(grace).not.toHaveAttribute('data-speaking');
    expect(within(grace).getByRole('img', { name: 'Microphone on' }).dataset.microphone).toBe('on');
    expect(own).toHaveClass('calm');
    expect(new Set(commits)).toEqual(new Set(['own']));
  });

  it('whoever speaks and is muted shows that', () => {
    const store = new MutableStore(roomOf([{ name: 'Ada' }, { name: 'Grace' }]));
    render(<RoomProvider store={store}>{tile('person-2')}</RoomProvider>);
    act(() => store.changeParticipant('person-2', { isSpeaking: true }));
    const mute = (isAudioEnabled: boolean) =>
      act(() => {
        const streams = new Map(store.getState().streams);
        streams.set('person-2/self', { ...(streams.get('person-2/self') as Stream), isAudioEnabled });
        store.change({ streams }, ['stream:person-2/self']);
      });
    mute(false);
    expect(screen.getByRole('img', { name: 'Muted' })).toHaveAttribute('data-microphone', 'muted');
    mute(true);
    expect(screen.getByRole('img', { name: 'Speaking' })).toHaveAttribute('data-microphone', 'speaking');
  });

  it('says why it shows no picture', () => {
    render(inRoom(tile('person-2'), roomOf([{ name: 'Ada' }, { name: 'Grace', reason: 'bandwidth' }])));
    expect(screen.getByText('Paused, the network is slow')).toBeVisible();
  });

  it('says nothing of reasons that are plain to see', () => {
    render(inRoom(tile('person-2'), roomOf([{ name: 'Ada' }, { name: 'Grace', reason: 'publisher-off' }])));
    expect(document.querySelector('.parlour-tile-status')).toBeNull();
  });

  it('follows a change of the name', () => {
    const store = new MutableStore(two());
    render(<RoomProvider store={store}>{tile('person-2')}</RoomProvider>);
    act(() => store.changeParticipant('person-2', { name: 'Rear Admiral Hopper' }));
    expect(screen.getByRole('group', { name: 'Rear Admiral Hopper' })).toHaveTextContent('RH');
  });
});

it('a part outside of a tile says where it belongs', () => {
  expect(() => render(inRoom(<ParticipantTile.Name />, two()))).toThrow(/ParticipantTile\.Root/);
});

describe('the menu of a tile', () => {
  // What is fetched first is there at once, however busy the machine is.
  beforeAll(async () => {
    await Promise.all([import('../../../src/components/participant-tile/menu/TileMenu.tsx'), MenuPopup.preload()]);
  });

  const people = roomOf([{ name: 'Ada', moderator: true }, { name: 'Grace' }]);
  const show = (commands: StaticCommands = {}) =>
    render(inRoom(<ParticipantTile participantId="person-2" />, people, commands));
  const more = () => screen.findByRole('button', { name: 'More for Grace' });

  it('comes to the tile that is pointed at, and no other has one', async () => {
    show();
    expect(screen.getAllByRole('button')).toHaveLength(1);
    await userEvent.hover(screen.getByRole('group'));
    expect(await more()).toHaveAttribute('aria-haspopup', 'menu');
  });

  it('comes next to who reaches the tile by the keyboard', async () => {
    show();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Pin Grace' })).toHaveFocus();
    const button = await more();
    await userEvent.tab();
    expect(button).toHaveFocus();
  });

  it('says why somebody could not be muted', async () => {
    const mute = vi.fn(() => Promise.reject(new RoomError('not-allowed', 'server text')));
    const none = async () => {};
    show({ moderation: { mute, unmute: none, kick: none, setGrants: none, admit: none, turnAway: none, end: none } });
    await userEvent.tab();
    await userEvent.click(await more());
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Mute Grace' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('You are not allowed to do this here.');
  });

  it('offers nothing to do to people to who may not moderate', async () => {
    render(inRoom(<ParticipantTile participantId="person-2" />, roomOf([{ name: 'Ada' }, { name: 'Grace' }])));
    await userEvent.tab();
    await userEvent.click(await more());
    await screen.findByRole('menu');
    expect(screen.getAllByRole('menuitemcheckbox')).toHaveLength(2);
    expect(screen.queryAllByRole('menuitem')).toEqual([]);
  });
});
