import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { createRoom, PreJoin, RoomProvider, VideoRoom } from '../../../src/index.ts';

const tokenSource = () => Promise.reject(new Error('A server asks for no token.'));

it('a room is rendered where there is no browser, as its skeleton: an empty stage and the controls', () => {
  expect(['window', 'document', 'ResizeObserver', 'MediaStream'].filter((name) => name in globalThis)).toEqual([]);
  const html = renderToString(createElement(VideoRoom, { tokenSource, theme: { accent: '#0a7' } }));
  expect(html).toMatch(/data-status="initialized"/);
  expect(html).toMatch(/role="list" [^>]*aria-label="0 people in the room"><\/div>/);
  expect(html).toMatch(/role="toolbar" aria-label="Call controls"/);
  for (const name of ['Microphone', 'Camera', 'Leave']) expect(html).toContain(`aria-label="${name}"`);
});

it('a lobby is rendered where there is no browser, with its form and without a picture', () => {
  const room = createRoom({ tokenSource });
  const lobby = createElement(PreJoin, { onJoin() {}, defaultName: 'Ada' });
  const html = renderToString(createElement(RoomProvider, { room }, lobby));
  expect(html).toMatch(/<input [^>]*name="name" value="Ada"/);
  expect(html).toContain('Your camera is off');
  expect(html).toMatch(/<button type="submit"[^>]*>Join<\/button>/);
});
