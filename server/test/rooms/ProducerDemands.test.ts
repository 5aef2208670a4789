import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LAYER_HOLD_MS, ProducerDemands, type WantedLayers } from '../../src/rooms/ProducerDemands.ts';
import { subscribe, updateConsumers } from '../../src/rooms/subscribing.ts';
import { publish, TestRooms, told } from './support/TestRooms.ts';

describe('what is wanted of a producer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  function setUp() {
    const demands = new ProducerDemands();
    const messages: WantedLayers[][] = [];
    const publisher = {
      outbox: { notify: (_: string, { producers }: { producers: WantedLayers[] }) => void messages.push(producers) },
    };
    const tick = () => vi.advanceTimersByTime(0);
    /** What was told since the last look. */
    const news = () => {
      tick();
      return messages.splice(0);
    };
    return { demands, publisher, news };
  }

  const [ada, grace] = [{}, {}];

  it('is told when nobody wanted it for a while, and not before', () => {
    const { demands, publisher, news } = setUp();
    demands.add('camera', publisher);
    expect(news()).toEqual([]);
    vi.advanceTimersByTime(LAYER_HOLD_MS - 1);
    expect(news()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(news()).toEqual([[{ id: 'camera', spatialLayer: null }]]);
  });

  it('grows at once, in one message for all of a tick', () => {
    const { demands, publisher, news } = setUp();
    for (const id of ['camera', 'screen']) demands.add(id, publisher);
    news();
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    news();
    demands.set('camera', ada, { spatialLayer: 0 });
    demands.set('camera', grace, { spatialLayer: 2 });
    demands.set('screen', ada, { spatialLayer: 0 });
    expect(news()).toEqual([
      [
        { id: 'camera', spatialLayer: 2 },
        { id: 'screen', spatialLayer: 0 },
      ],
    ]);
    demands.set('screen', grace, { spatialLayer: 0 });
    expect(news()).toEqual([]);
  });

  it('is the highest of all viewers, and shrinks when the highest has been away for a while', () => {
    const { demands, publisher, news } = setUp();
    demands.add('camera', publisher);
    demands.set('camera', ada, { spatialLayer: 2 });
    demands.set('camera', grace, { spatialLayer: 0 });
    news();
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    expect(news()).toEqual([[{ id: 'camera', spatialLayer: 2 }]]);
    demands.set('camera', ada, null);
    expect(news()).toEqual([]);
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    expect(news()).toEqual([[{ id: 'camera', spatialLayer: 0 }]]);
  });

  it('counts in frames, too: all where one viewer wants all, and fewer when that was so for a while', () => {
    const { demands, publisher, news } = setUp();
    demands.add('camera', publisher);
    demands.set('camera', ada, { spatialLayer: 0, temporalLayer: 0 });
    demands.set('camera', grace, { spatialLayer: 2 });
    news();
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    expect(news()).toEqual([[{ id: 'camera', spatialLayer: 2 }]]);
    demands.set('camera', grace, { spatialLayer: 2, temporalLayer: 1 });
    expect(news()).toEqual([]);
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    expect(news()).toEqual([[{ id: 'camera', spatialLayer: 2, temporalLayer: 1 }]]);
    demands.set('camera', ada, { spatialLayer: 0, temporalLayer: 2 });
    expect(news()).toEqual([[{ id: 'camera', spatialLayer: 2, temporalLayer: 2 }]]);
  });

  it('grows in one respect at once while it shrinks in the other after a while', () => {
    const { demands, publisher, news } = setUp();
    demands.add('camera', publisher);
    demands.set('camera', ada, { spatialLayer: 0, temporalLayer: 2 });
    news();
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    news();
    demands.set('camera', ada, { spatialLayer: 1, temporalLayer: 0 });
    expect(news()).toEqual([[{ id: 'camera', spatialLayer: 1, temporalLayer: 2 }]]);
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    expect(news()).toEqual([[{ id: 'camera', spatialLayer: 1, temporalLayer: 0 }]]);
  });

  it('is not told of who goes and comes back', () => {
    const { demands, publisher, news } = setUp();
    demands.add('camera', publisher);
    demands.set('camera', ada, { spatialLayer: 1 });
    news();
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    news();
    for (let time = 0; time < 20; time += 1) {
      demands.set('camera', ada, time % 2 === 0 ? null : { spatialLayer: 1 });
      vi.advanceTimersByTime(LAYER_HOLD_MS / 2);
    }
    vi.advanceTimersByTime(LAYER_HOLD_MS);
    expect(news()).toEqual([]);
  });

  it('leaves no timer when it goes', () => {
    const { demands, publisher, news } = setUp();
    demands.add('camera', publisher);
    demands.add('screen', publisher);
    news();
    demands.remove(['camera']);
    demands.set('camera', ada, { spatialLayer: 1 });
    demands.set('screen', ada, { spatialLayer: 1 });
    demands.clear();
    expect(vi.getTimerCount()).toBe(0);
    expect(news()).toEqual([]);
  });
});

describe('in a room', () => {
  it('a publisher learns what the others watch', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const rooms = new TestRooms();
    const demand = { audio: 0, video: 0 };
    const ada = await rooms.entered({ demand });
    const grace = await rooms.entered({ demand });
    const [camera] = await publish(ada, 'self', ['video', 'audio'], 3);
    const id = camera?.id ?? '';
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const news = async () => {
      await turn();
      await vi.advanceTimersByTimeAsync(LAYER_HOLD_MS);
      return told(ada, 'producersWanted').splice(-1)[0]?.producers;
    };
    expect(await news()).toEqual([{ id, spatialLayer: null }]);

    const { consumers } = await subscribe(grace.room, grace.participant, {
      subscriptions: (['video', 'audio'] as const).map((kind) => ({
        participantId: ada.participant.id,
        key: 'self',
        kind,
      })),
    });
    expect(await news()).toEqual([{ id, spatialLayer: 0 }]);
    const [video] = consumers.filter(({ kind }) => kind === 'video').map((consumer) => consumer.id);
    await updateConsumers(grace.participant, { consumers: [{ id: video ?? '', paused: false, spatialLayer: 2 }] });
    expect(await news()).toEqual([{ id, spatialLayer: 2 }]);
    await updateConsumers(grace.participant, { consumers: [{ id: video ?? '', temporalLayer: 1 }] });
    expect(await news()).toEqual([{ id, spatialLayer: 2, temporalLayer: 1 }]);
    await updateConsumers(grace.participant, { consumers: [{ id: video ?? '', paused: true, temporalLayer: 2 }] });
    expect(await news()).toEqual([{ id, spatialLayer: null }]);
    await updateConsumers(grace.participant, { consumers: [{ id: video ?? '', paused: false }] });
    expect(await news()).toEqual([{ id, spatialLayer: 2, temporalLayer: 2 }]);

    grace.room.remove(grace.participant, 'left', null);
    expect(await news()).toEqual([{ id, spatialLayer: null }]);
    ada.room.remove(ada.participant, 'left', null);
    // That of the room itself, which ends when nobody is in it.
    await vi.runOnlyPendingTimersAsync();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});
