import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { RoomProvider } from '../../../src/components/index.ts';
import { RecordingIndicator, type RecordingIndicatorProps } from '../../../src/components/panels.ts';
import { ConsentDialog } from '../../../src/components/recording-indicator/consent/RecordingIndicatorConsent.tsx';
import type { ChoosableDevice } from '../../../src/engine/index.ts';
import { useRecording } from '../../../src/hooks/index.ts';
import { roomOf } from '../../../stories/support/snapshots.ts';
import { stubDialogs } from '../support/dialogs.ts';
import { MutableStore } from '../support/MutableStore.ts';

beforeAll(async () => {
  stubDialogs();
  // What is fetched when it is first opened; how long that takes is not what is tested.
  await ConsentDialog.preload();
});

const device = (): ChoosableDevice => ({
  enable: vi.fn(async () => {}),
  disable: vi.fn(async () => {}),
  toggle: vi.fn(async () => {}),
  choose: vi.fn(async () => {}),
});
const track = {} as MediaStreamTrack;

function Recorder() {
  const { start } = useRecording();
  return (
    <button type="button" onClick={start}>
      Start
    </button>
  );
}

function setUp(props: RecordingIndicatorProps = {}, recordedAlready = false) {
  const devices = { microphone: device(), camera: device(), screen: device() };
  const disconnect = vi.fn(async () => {});
  const room = roomOf([{ name: 'Ada' }, { name: 'Grace' }], {
    devices: { microphone: { status: 'on', track }, camera: { status: 'off' }, screen: { status: 'on', track } },
  });
  const recording = { start: vi.fn(async () => {}), stop: vi.fn(async () => {}) };
  const store = new MutableStore({ ...room, isRecording: recordedAlready }, { devices, disconnect, recording });
  const { container } = render(
    <RoomProvider store={store}>
      <input aria-label="Message" />
      <Recorder />
      <RecordingIndicator data-testid="indicator" {...props} />
    </RoomProvider>,
  );
  const record = (isRecording: boolean) => act(() => store.change({ isRecording }, ['recording']));
  return { container, store, record, devices, disconnect, recording };
}
const dialog = (role: 'dialog' | 'alertdialog' = 'dialog') =>
  screen.findByRole(role, { name: 'This call is being recorded' });
const noDialog = () => vi.waitFor(() => expect(document.querySelector('dialog')).toBeNull());
const press = async (name: string, role?: 'alertdialog') =>
  userEvent.click(within(await dialog(role)).getByRole('button', { name }));

describe('an indicator of recording', () => {
  it('is seen while the room is recorded, and not otherwise', () => {
    const { record } = setUp({ consent: 'none' });
    expect(screen.getByTestId('indicator')).not.toHaveAttribute('data-recording');
    expect(screen.queryByText('Recording')).toBeNull();
    record(true);
    expect(screen.getByTestId('indicator')).toHaveAttribute('data-recording');
    expect(screen.getByText('Recording')).toBeVisible();
    expect(document.querySelector('dialog')).toBeNull();
    record(false);
    expect(screen.queryByText('Recording')).toBeNull();
  });

  it('says it once to who joins a recorded room and is asked nothing; the rest is the announcer’s', () => {
    setUp({ consent: 'none' }, true);
    expect(screen.getByRole('status')).toHaveTextContent('This call is being recorded');
  });

  it('leaves it to the announcer to say that a recording begins', () => {
    const { record } = setUp({ consent: 'none' });
    record(true);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('asks who joins a recorded room, and everybody anew for each recording', async () => {
    const onConsent = vi.fn();
    const { record } = setUp({ onConsent }, true);
    await press('Continue');
    await noDialog();
    expect(onConsent).toHaveBeenCalledOnce();
    record(false);
    record(true);
    await press('Continue');
    await noDialog();
    expect(onConsent).toHaveBeenCalledTimes(2);
  });

  it('takes nobody’s typing for an answer', async () => {
    const { record } = setUp();
    screen.getByRole('textbox', { name: 'Message' }).focus();
    record(true);
    const words = within(await dialog()).getByText(/Everybody’s picture/);
    expect(words).toHaveAttribute('autofocus');
    expect(words).toHaveAttribute('tabindex', '-1');
  });

  it('lets who does not want that leave, and keeps the devices as they are', async () => {
    const onLeave = vi.fn();
    const { record, disconnect, devices } = setUp({ onLeave });
    record(true);
    await press('Leave');
    expect(disconnect).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(onLeave).toHaveBeenCalledOnce());
    expect(devices.microphone.disable).not.toHaveBeenCalled();
  });

  it('does not ask who has begun it, but does after that one has ended', async () => {
    const { record, recording } = setUp();
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(recording.start).toHaveBeenCalledOnce();
    record(true);
    expect(screen.getByTestId('indicator')).not.toHaveAttribute('data-asking');
    record(false);
    record(true);
    expect(await dialog()).toBeInTheDocument();
  });

  it('asks who failed to begin one when somebody else does', async () => {
    const { record, recording } = setUp();
    recording.start.mockRejectedValueOnce(new Error('refused'));
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    record(true);
    expect(await dialog()).toBeInTheDocument();
  });

  it('does not ask again when the connection was mended meanwhile', async () => {
    const { record, store } = setUp();
    record(true);
    await press('Continue');
    await noDialog();
    const lost = { status: 'reconnecting', attempt: 1, cause: 'lost' } as const;
    act(() => store.change({ connection: lost, isRecording: false }, ['connection', 'recording']));
    act(() => store.change({ connection: { status: 'connected' }, isRecording: true }, ['connection', 'recording']));
    expect(screen.getByTestId('indicator')).not.toHaveAttribute('data-asking');
  });

  it('keeps the devices off until a required answer is given, and turns on what was on', async () => {
    const { record, devices } = setUp({ consent: 'required' });
    record(true);
    const asked = await dialog('alertdialog');
    expect(asked).toHaveTextContent('Your microphone and camera stay off until you continue.');
    expect(within(asked).queryByRole('button', { name: 'Close' })).toBeNull();
    expect(devices.microphone.disable).toHaveBeenCalled();
    expect(devices.screen.disable).toHaveBeenCalled();
    expect(devices.camera.disable).not.toHaveBeenCalled();
    expect(devices.microphone.enable).not.toHaveBeenCalled();
    await press('Continue', 'alertdialog');
    await noDialog();
    expect(devices.microphone.enable).toHaveBeenCalledOnce();
    expect(devices.camera.enable).not.toHaveBeenCalled();
    expect(devices.screen.enable).not.toHaveBeenCalled();
  });

  it('turns nothing on for who leaves instead', async () => {
    const { record, store, devices } = setUp({ consent: 'required' });
    record(true);
    await press('Leave', 'alertdialog');
    act(() =>
      store.change({ connection: { status: 'disconnected', reason: 'user_initiated' }, isRecording: false }, [
        'connection',
        'recording',
      ]),
    );
    await noDialog();
    expect(devices.microphone.enable).not.toHaveBeenCalled();
  });
});
