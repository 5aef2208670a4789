import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { SentLayers } from '../../../src/media/SentLayers.ts';
import { settled } from '../../../src/testing/settled.ts';

const ALL = [true, true, true];

/** A transport with videos of three layers, whose senders refuse parameters that they did not hand out last, as browsers do. */
function setUp() {
  const transport = Object.assign(new EventEmitter(), {
    observer: new EventEmitter(),
    updateIceServers: async () => negotiate(),
  });
  const videos: { active: boolean[] }[] = [];
  /** Chromium turns everything on again. */
  const negotiate = () => {
    for (const video of videos) video.active = ALL;
  };
  const layers = new SentLayers(transport as never, []);
  const add = (id: string) => {
    let handedOut: object | null = null;
    const video = {
      active: ALL,
      set: [] as boolean[][],
      preferences: [] as (string | undefined)[],
      frames: { scalabilityMode: 'L1T3' } as { scalabilityMode?: string; maxFramerate?: number },
      close: () => {},
    };
    const producer = {
      id,
      kind: 'video',
      track: { contentHint: id === 'screen' ? 'detail' : 'motion', getSettings: () => ({ frameRate: 24 }) },
      observer: new EventEmitter(),
      rtpSender: {
        getParameters: () => {
          handedOut = { encodings: video.active.map((active) => ({ active, ...video.frames })) };
          return handedOut as RTCRtpSendParameters;
        },
        setParameters: async (parameters: RTCRtpSendParameters) => {
          if (parameters !== handedOut) throw new Error('InvalidModificationError');
          handedOut = null;
          await Promise.resolve();
          video.preferences.push(parameters.degradationPreference);
          video.active = parameters.encodings.map(({ active = true }) => active);
          const [{ active: _, ...frames } = {}] = parameters.encodings;
          video.frames = frames;
          video.set.push(video.active);
        },
      },
    };
    videos.push(video);
    negotiate();
    transport.observer.emit('newproducer', producer);
    video.close = () => producer.observer.emit('close');
    return video;
  };
  return { transport, layers, add, negotiate };
}

it('sends layers up to the one that is wanted, or none', async () => {
  const { layers, add } = setUp();
  const { set } = add('camera');
  await settled();
  for (const spatialLayer of [0, null, 1, 2, 2]) {
    layers.handleWanted([{ id: 'camera', spatialLayer }]);
    await settled();
  }
  // The first says only what to keep when there is too little of everything.
  expect(set).toEqual([ALL, [true, false, false], [false, false, false], [true, true, false], ALL]);
});

it('encodes no more frames than are wanted, in no more layers than those need', async () => {
  const { layers, add } = setUp();
  const camera = add('camera');
  const frames: object[] = [];
  for (const temporalLayer of [0, 1, 2, 0, undefined]) {
    layers.handleWanted([{ id: 'camera', spatialLayer: 1, temporalLayer }]);
    await settled();
    frames.push(camera.frames);
  }
  const all = { scalabilityMode: 'L1T3' };
  const few = { scalabilityMode: 'L1T1', maxFramerate: 6 };
  expect(frames).toEqual([few, { scalabilityMode: 'L1T2', maxFramerate: 12 }, all, few, all]);
  const { length } = camera.set;
  layers.handleWanted([{ id: 'camera', spatialLayer: 1, temporalLayer: undefined }]);
  await settled();
  expect(camera.set).toHaveLength(length);
});

it('leaves the frames alone where a browser knows of no temporal layers', async () => {
  const { layers, add } = setUp();
  const camera = add('camera');
  camera.frames = {};
  layers.handleWanted([{ id: 'camera', spatialLayer: 1, temporalLayer: 0 }]);
  await settled();
  expect(camera).toMatchObject({ active: [true, true, false], frames: {} });
});

it('ends with the last of several at once', async () => {
  const { layers, add } = setUp();
  const video = add('camera');
  for (const spatialLayer of [0, 2, null, 1]) layers.handleWanted([{ id: 'camera', spatialLayer }]);
  await settled();
  expect(video.active).toEqual([true, true, false]);
});

it('keeps layers off that a negotiation turned on: of another video, of its end, of ICE', async () => {
  const { transport, layers, add, negotiate } = setUp();
  const camera = add('camera');
  layers.handleWanted([{ id: 'camera', spatialLayer: null }]);
  await settled();
  const off = [false, false, false];
  expect(camera.active).toEqual(off);
  const screen = add('screen');
  await settled();
  expect([camera.active, screen.active]).toEqual([off, ALL]);
  screen.close();
  await settled();
  expect(camera.active).toEqual(off);
  negotiate();
  transport.emit('connectionstatechange', 'connected');
  await settled();
  expect(camera.active).toEqual(off);
});

it('passes over what is gone, and what cannot be set', async () => {
  const { layers, add } = setUp();
  const camera = add('camera');
  camera.close();
  layers.handleWanted([
    { id: 'camera', spatialLayer: 0 },
    { id: 'never', spatialLayer: 0 },
  ]);
  await settled();
  expect(camera.active).toEqual(ALL);
});

it('keeps the motion of a face and the resolution of a screen, and says so once', async () => {
  const { layers, add, transport } = setUp();
  const [camera, screen] = [add('camera'), add('screen')];
  await settled();
  transport.emit('connectionstatechange', 'connected');
  layers.handleWanted([{ id: 'screen', spatialLayer: null }]);
  await settled();
  expect(camera.preferences).toEqual(['maintain-framerate']);
  expect(screen.preferences[0]).toBe('maintain-resolution');
});
