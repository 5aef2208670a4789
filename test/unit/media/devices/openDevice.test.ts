import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserDevices, getDevices } from '../../../../src/media/index.ts';
import { audioTrack, videoTrack } from '../../../../src/testing/media/FakeTrack.ts';
import { rejectionCode } from '../../../support/engine/rejectionCode.ts';

/** What a browser opens: a stream with these tracks. */
function stream(...tracks: MediaStreamTrack[]) {
  const ofKind = (kind: string) => tracks.filter((track) => track.kind === kind);
  return { getAudioTracks: () => ofKind('audio'), getVideoTracks: () => ofKind('video') };
}

function withMediaDevices(mediaDevices: object | undefined): void {
  vi.stubGlobal('navigator', { mediaDevices });
}

afterEach(() => void vi.unstubAllGlobals());

describe('browserDevices', () => {
  it('asks for one kind at a time, by wishes that no device must refuse', async () => {
    const asked: MediaStreamConstraints[] = [];
    const [audio, video] = [audioTrack(), videoTrack()];
    withMediaDevices({
      getUserMedia: async (constraints: MediaStreamConstraints) => {
        asked.push(constraints);
        return stream(constraints.audio ? audio : video);
      },
    });
    expect(await browserDevices.microphone()).toBe(audio);
    expect(await browserDevices.camera()).toBe(video);
    expect(asked).toHaveLength(2);
    expect(JSON.stringify(asked)).not.toMatch(/exact|"min"|"max"/);
    expect(asked.map((constraints) => Object.keys(constraints))).toEqual([['audio'], ['video']]);
  });

  it('shares a screen with its sound where there is some, sharp rather than fluent', async () => {
    const [audio, video] = [audioTrack(), videoTrack()];
    withMediaDevices({ getDisplayMedia: async () => stream(video, audio) });
    expect(await browserDevices.screen()).toEqual({ video, audio });
    expect(video.contentHint).toBe('detail');
    withMediaDevices({ getDisplayMedia: async () => stream(video) });
    expect(await browserDevices.screen()).toEqual({ video, audio: null });
  });

  it.each([
    ['device-permission-denied', 'NotAllowedError', 'Permission denied'],
    ['device-dismissed', 'NotAllowedError', 'Permission dismissed'],
    ['device-in-use', 'NotReadableError', 'busy'],
  ])('says %s', async (code, name, message) => {
    withMediaDevices({ getUserMedia: () => Promise.reject(new DOMException(message, name)) });
    expect(await rejectionCode(browserDevices.camera())).toBe(code);
  });

  it('says device-not-found when a browser gives nothing', async () => {
    withMediaDevices({ getUserMedia: async () => stream() });
    expect(await rejectionCode(browserDevices.camera())).toBe('device-not-found');
  });

  it('says browser-unsupported where there are no devices, or no screens', async () => {
    withMediaDevices(undefined);
    expect(await rejectionCode(browserDevices.microphone())).toBe('browser-unsupported');
    withMediaDevices({});
    expect(await rejectionCode(browserDevices.screen())).toBe('browser-unsupported');
  });
});

describe('getDevices', () => {
  it('lists devices by kind', async () => {
    const device = (kind: string, deviceId: string) => ({ kind, deviceId });
    const all = [device('audioinput', 'a'), device('videoinput', 'v'), device('audiooutput', 'o')];
    withMediaDevices({ enumerateDevices: async () => all });
    expect(await getDevices()).toEqual({ audioinput: [all[0]], videoinput: [all[1]], audiooutput: [all[2]] });
  });

  it('lists nothing where there is no browser', async () => {
    vi.stubGlobal('navigator', undefined);
    expect(await getDevices()).toEqual({ audioinput: [], audiooutput: [], videoinput: [] });
  });

  it('says what is wrong as a device error', async () => {
    withMediaDevices({ enumerateDevices: () => Promise.reject(new DOMException('x', 'NotAllowedError')) });
    expect(await rejectionCode(getDevices())).toBe('device-permission-denied');
  });
});

describe('a device that is wished for', () => {
  it.each([
    [{ deviceId: 'x', exact: true }, { exact: 'x' }],
    [{ deviceId: 'x', exact: false }, { ideal: 'x' }],
    [undefined, undefined],
  ])('%o is asked for as %o', async (wish, deviceId) => {
    const asked: MediaStreamConstraints[] = [];
    withMediaDevices({
      getUserMedia: async (constraints: MediaStreamConstraints) => {
        asked.push(constraints);
        return stream(constraints.audio ? audioTrack() : videoTrack());
      },
    });
    await browserDevices.microphone(wish);
    await browserDevices.camera(wish);
    const [{ audio }, { video }] = asked as [{ audio: MediaTrackConstraints }, { video: MediaTrackConstraints }];
    expect([audio.deviceId, video.deviceId]).toEqual([deviceId, deviceId]);
  });
});
