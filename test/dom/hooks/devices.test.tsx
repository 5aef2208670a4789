import { act, render, renderHook, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type DeviceSelection,
  useAudioLevel,
  useCamera,
  useDevices,
  useMicrophone,
  useMixedAudio,
  usePermissions,
  useScreenShare,
  useSpeaker,
} from '../../../src/hooks/index.ts';
import { audioTrack } from '../../../src/testing/media/FakeTrack.ts';
import { provideMediaStream } from '../../../src/testing/media/provideMediaStream.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

async function setUp() {
  const server = new FakeRoomServer();
  server.room.enter({ id: 'a', streams: [{}] });
  const test = createTestRoom(server, { deviceStorage: null });
  const { catalog } = test.devices;
  catalog.plug('audioinput', 'mic', 'headset');
  catalog.plug('videoinput', 'webcam');
  catalog.plug('audiooutput', 'loudspeaker', 'headset');
  return { ...test, server, catalog, wrapper: inRoom(test) };
}

/** Does something to the room, and lets React take it in. */
function during(change: () => unknown = () => {}): Promise<void> {
  return act(async () => {
    await change();
    await settled();
  });
}

function Menu({ useIt }: { useIt: () => DeviceSelection }) {
  const { selectProps, devices, lost } = useIt();
  return (
    <>
      <select aria-label="menu" {...selectProps}>
        {devices.map(({ deviceId, label }) => (
          <option key={deviceId} value={deviceId}>
            {label}
          </option>
        ))}
      </select>
      <output>{lost}</output>
    </>
  );
}

function Camera() {
  return <p>{useCamera().enabled}</p>;
}

function Sound() {
  const { blocked, buttonProps } = useSpeaker();
  return <button {...buttonProps}>{blocked ? 'blocked' : 'plays'}</button>;
}

function Meter({ id, onLevel }: { id: string; onLevel: (level: number) => void }) {
  return <i data-testid="meter" ref={useAudioLevel<HTMLElement>(id, onLevel)} />;
}

function Mix() {
  const { audioProps } = useMixedAudio();
  return <audio data-testid="mix" {...audioProps} />;
}

const ids = (devices: readonly { deviceId: string }[]) => devices.map(({ deviceId }) => deviceId);

describe('what there is', () => {
  it('is listed while a hook that tells of it is mounted, also under StrictMode', async () => {
    const { catalog, wrapper } = await setUp();
    const { result, unmount } = renderHook(useDevices, { wrapper });
    await during();
    const { microphones, cameras, speakers } = result.current;
    expect([microphones, cameras, speakers].map(ids)).toEqual([
      ['mic', 'headset'],
      ['webcam'],
      ['loudspeaker', 'headset'],
    ]);
    await during(() => catalog.plug('audioinput', 'mic'));
    expect(ids(result.current.microphones)).toEqual(['mic']);
    expect(result.current.cameras).toBe(cameras);
    expect(catalog.watchers).toBe(1);
    unmount();
    expect(catalog.watchers).toBe(0);
  });

  it('and what is allowed follows the browser', async () => {
    const { catalog, wrapper } = await setUp();
    const { result } = renderHook(usePermissions, { wrapper });
    await during();
    expect(result.current).toEqual({ microphone: 'unknown', camera: 'unknown' });
    await during(() => catalog.permit('camera', 'denied'));
    expect(result.current).toEqual({ microphone: 'unknown', camera: 'denied' });
  });
});

describe.each([
  ['microphone', useMicrophone],
  ['speaker', useSpeaker],
] as const)('the props of a menu of %ss', (_name, useIt) => {
  it('show and change which one is used', async () => {
    const { room, wrapper, audio, devices } = await setUp();
    render(<Menu useIt={useIt} />, { wrapper });
    const menu = screen.getByRole('combobox');
    expect(menu).toBeDisabled();
    await during();
    expect(menu).toBeEnabled();
    await during(() => room.devices.microphone.enable());
    await during(() => void room.audio.play(audioTrack()));
    await userEvent.selectOptions(menu, 'headset');
    await during();
    expect(menu).toHaveValue('headset');
    const used = useIt === useMicrophone ? devices.live[0]?.getSettings().deviceId : audio.elements[0]?.sinkId;
    expect(used).toBe('headset');
  });

  it('show what was used before when another one cannot be', async () => {
    const { room, wrapper, audio, devices } = await setUp();
    render(<Menu useIt={useIt} />, { wrapper });
    await during(() => room.devices.microphone.enable());
    await during(() => void room.audio.play(audioTrack()));
    const menu = screen.getByRole('combobox');
    const before = (menu as HTMLSelectElement).value;
    devices.fail('microphone', 'device-unsuitable');
    audio.refusal = new DOMException('no', 'NotAllowedError');
    await userEvent.selectOptions(menu, 'headset');
    await during();
    expect(menu).toHaveValue(before);
  });
});

describe('a device', () => {
  it('tells that the system mutes it, and that another one takes its place', async () => {
    const { room, devices, catalog, wrapper } = await setUp();
    const { result } = renderHook(useMicrophone, { wrapper });
    await during(() => room.devices.microphone.enable());
    await during(() => room.devices.microphone.choose('headset'));
    await during(() => devices.live[0]?.mute());
    expect(result.current).toMatchObject({ enabled: true, muted: true, deviceId: 'headset', lost: null });
    await during(() => {
      catalog.plug('audioinput', 'mic');
      devices.live[0]?.end();
    });
    expect(result.current).toMatchObject({ enabled: true, muted: false, deviceId: 'mic', lost: 'The headset' });
  });

  it('that changes renders nothing that shows another one', async () => {
    const { room, wrapper } = await setUp();
    const commits = vi.fn();
    render(
      <Profiler id="camera" onRender={commits}>
        <Camera />
      </Profiler>,
      { wrapper },
    );
    await during();
    commits.mockClear();
    await during(() => room.devices.microphone.enable());
    expect(commits).not.toHaveBeenCalled();
  });

  it('a screen of each key is one of its own', async () => {
    const { room, wrapper } = await setUp();
    const { result } = renderHook(() => [useScreenShare(), useScreenShare('second')] as const, { wrapper });
    await during(() => room.connect());
    await during(() => result.current[1].enable());
    expect(result.current.map(({ enabled }) => enabled)).toEqual([false, true]);
    await during(() => result.current[0].toggle());
    await during(() => result.current[1].disable());
    expect(result.current.map(({ enabled }) => enabled)).toEqual([true, false]);
  });

  it('a speaker that is blocked begins with a click on its button', async () => {
    const { room, audio, wrapper } = await setUp();
    audio.allowed = false;
    render(<Sound />, { wrapper });
    await during(() => void room.audio.play(audioTrack()));
    expect(screen.getByRole('button')).toHaveTextContent('blocked');
    audio.allowed = true;
    await userEvent.click(screen.getByRole('button'));
    await during();
    expect(screen.getByRole('button')).toHaveTextContent('plays');
  });
});

describe('useAudioLevel', () => {
  it('writes to the element and calls back, and renders nothing', async () => {
    const { room, server, wrapper } = await setUp();
    await room.connect();
    const onLevel = vi.fn();
    const onRender = vi.fn();
    const meter = (id: string) => (
      <Profiler id="meter" onRender={onRender}>
        <Meter id={id} onLevel={onLevel} />
      </Profiler>
    );
    const { rerender, unmount } = render(meter('a'), { wrapper });
    const level = () => screen.getByTestId('meter').style.getPropertyValue('--parlour-audio-level');
    onRender.mockClear();
    await during(() => server.room.tellAll({ method: 'audioLevels', data: { levels: [['a', 0.5]] } }));
    expect(level()).toBe('0.500');
    expect(onLevel).toHaveBeenLastCalledWith(0.5);
    expect(onRender).not.toHaveBeenCalled();
    rerender(meter('b'));
    expect(level()).toBe('0.000');
    onLevel.mockClear();
    await during(() => server.room.tellAll({ method: 'audioLevels', data: { levels: [['a', 0.7]] } }));
    expect(onLevel).not.toHaveBeenCalled();
    unmount();
  });
});

describe('useMixedAudio', () => {
  beforeEach(() => {
    provideMediaStream();
    // jsdom plays nothing.
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  });
  afterEach(() => void vi.restoreAllMocks());

  it('plays the mix while the room is connected, and makes none before', async () => {
    const { room, audio, wrapper } = await setUp();
    render(<Mix />, { wrapper });
    const played = () => (screen.getByTestId('mix') as HTMLAudioElement).srcObject as MediaStream | null;
    expect(played()).toBeFalsy();
    expect(audio.contexts).toHaveLength(0);
    await during(() => room.connect());
    expect(played()?.getTracks()).toEqual([room.getState().mixedAudioTrack]);
    expect(audio.contexts).toHaveLength(1);
    await during(() => room.disconnect());
    expect(played()).toBeFalsy();
    expect(audio.listeners).toBe(0);
  });
});
