import { describe, expect, it } from 'vitest';
import { linkify } from '../../../src/components/chat/linkify.ts';
import { rowsOf } from '../../../src/components/chat/rowsOf.ts';
import type { ChatMessage } from '../../../src/engine/index.ts';

const links = (text: string) => linkify(text).flatMap(({ href }) => href ?? []);

describe('links in a text', () => {
  it.each([
    ['see https://example.com/a?b=c#d.', ['https://example.com/a?b=c#d']],
    ['www.example.com, please', ['https://www.example.com/']],
    [
      '(https://example.com/wiki/Room_(video)) and http://example.org!',
      ['https://example.com/wiki/Room_(video)', 'http://example.org/'],
    ],
    ['“https://example.com/”', ['https://example.com/']],
  ])('are found in %s', (text, found) => {
    expect(links(text)).toEqual(found);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<b>',
    'https://',
    'https://bank.example@evil.example/',
    'example.com',
    'http://localhost:3000/',
  ])('%s is none', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('leave all of the text as it was written', () => {
    const text = 'One https://example.com/1, two\nhttps://example.com/2 <script>';
    expect(
      linkify(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('are found in a moment, whatever is written', () => {
    const started = performance.now();
    linkify(`https://${'a.'.repeat(30_000)}`);
    linkify(`https://x.y/${')'.repeat(20_000)}`);
    linkify('www.'.repeat(15_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

const at = (minutes: number, change: Partial<ChatMessage> = {}): ChatMessage =>
  ({
    type: 'text',
    payload: 'Hello',
    id: `m${minutes}`,
    participantId: 'ada',
    name: 'Ada',
    origin: 'remote',
    recipients: null,
    sentAt: new Date(2026, 2, 12, 12, minutes),
    status: 'sent',
    ...change,
  }) as ChatMessage;
const shape = (messages: readonly ChatMessage[], unread: string | null = null) =>
  rowsOf(messages, unread).map((row) => (row.type === 'message' ? (row.first ? 'first' : 'next') : row.type));

describe('the rows of a chat', () => {
  it('stand together while the same person writes within five minutes', () => {
    expect(shape([at(0), at(4), at(8), at(14)])).toEqual(['day', 'first', 'next', 'next', 'first']);
    expect(shape([at(0), at(1, { participantId: 'ben' })])).toEqual(['day', 'first', 'first']);
    expect(shape([at(0), at(1, { recipients: ['me'] })])).toEqual(['day', 'first', 'first']);
  });

  it('have the day before the first message of it', () => {
    expect(shape([at(-24 * 60), at(-24 * 60 + 1), at(0)])).toEqual(['day', 'first', 'next', 'day', 'first']);
  });

  it('mark where unread messages begin', () => {
    expect(shape([at(0), at(1), at(2)], 'm1')).toEqual(['day', 'first', 'unread', 'first', 'next']);
  });

  it('bear ids of their own, also when clocks differ', () => {
    const ids = rowsOf([at(0), at(-24 * 60), at(1)], null).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of 5,000 messages are made within a few milliseconds', () => {
    const messages = Array.from({ length: 5000 }, (_, index) => at(index));
    const started = performance.now();
    expect(rowsOf(messages, null).length).toBeGreaterThan(5000);
    expect(performance.now() - started).toBeLessThan(250);
  });
});
