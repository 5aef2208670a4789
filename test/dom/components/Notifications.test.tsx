import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomAnnouncer, RoomProvider } from '../../../src/components/index.ts';
import { NotificationQueue } from '../../../src/components/notifications/NotificationQueue.ts';
import { Notifications, type NotificationsProps } from '../../../src/components/panels.ts';
import { createFakeRoom } from '../../../src/testing/index.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());
const seconds = (count: number) => act(() => vi.advanceTimersByTime(count * 1000));
const texts = () => [...document.querySelectorAll('.parlour-notification-text')].map((text) => text.textContent);

async function notified(props: NotificationsProps = {}) {
  const fake = createFakeRoom({ people: [{ name: 'Grace' }], room: { enableMessages: true } });
  render(
    <RoomProvider room={fake.room}>
      <Notifications {...props} />
      <RoomAnnouncer />
    </RoomProvider>,
  );
  await act(() => fake.connect());
  seconds(5);
  return fake;
}

describe('notifications', () => {
  it('show what happens for five seconds', async () => {
    const { people } = await notified();
    expect(screen.queryByRole('region')).toBeNull();
    await act(() => people.get('grace').raiseHand());
    seconds(0.5);
    expect(texts()).toEqual(['Grace raised a hand']);
    seconds(4.9);
    expect(texts()).toHaveLength(1);
    seconds(0.1);
    expect(texts()).toEqual([]);
  });

  it('stay while somebody points at them or has the focus in them', async () => {
    const { people } = await notified();
    await act(() => people.get('grace').raiseHand());
    seconds(3);
    fireEvent.pointerEnter(screen.getByRole('region'));
    seconds(60);
    expect(texts()).toHaveLength(1);
    fireEvent.pointerLeave(screen.getByRole('region'));
    seconds(2.4);
    expect(texts()).toHaveLength(1);
    seconds(0.2);
    expect(texts()).toEqual([]);
  });

  it('go by their button', async () => {
    const { people } = await notified();
    await act(() => people.get('grace').raiseHand());
    seconds(0.5);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(texts()).toEqual([]);
  });

  it('show what is asked for only', async () => {
    const { people } = await notified({ kinds: ['message'] });
    await act(async () => {
      await people.get('grace').raiseHand();
      await people.get('grace').write('Hello');
    });
    seconds(0.5);
    expect(texts()).toEqual(['Grace: Hello']);
  });

  it('announce nothing: the announcer does, once', async () => {
    const { people } = await notified();
    await act(() => people.get('grace').raiseHand());
    seconds(0.5);
    expect(screen.getByRole('region').closest('[aria-live]')).toBeNull();
    expect(screen.getByRole('region').querySelector('[aria-live], [role=status], [role=alert]')).toBeNull();
    expect(document.querySelector('[aria-live=polite]')).toHaveTextContent('Grace raised a hand');
  });
});

describe('the queue of notifications', () => {
  const news = (count: number, kind: 'joined' | 'message' = 'message') =>
    Array.from({ length: count }, (_, index) => ({ kind, text: `${kind} ${index + 1}` }));

  it('shows as many at once as it may, and the next when one goes', () => {
    const queue = new NotificationQueue({ limit: 2, duration: 1000 });
    queue.add(news(3));
    expect(queue.get().map(({ text }) => text)).toEqual(['message 1', 'message 2']);
    queue.dismiss(1);
    expect(queue.get().map(({ text }) => text)).toEqual(['message 2', 'message 3']);
    queue.close();
  });

  it('lets go of who came and went when there is no end of it, and of nothing else', () => {
    const queue = new NotificationQueue({ limit: 1, duration: 1000 });
    queue.add(news(1));
    queue.add([...news(30, 'joined'), ...news(25)]);
    const seen: string[] = [];
    for (let shown = queue.get()[0]; shown; shown = queue.get()[0]) {
      seen.push(shown.text);
      queue.dismiss(shown.id);
    }
    expect(seen).toEqual(['message 1', ...news(25).map(({ text }) => text)]);
    queue.close();
  });
});
