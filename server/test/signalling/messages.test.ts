import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_TEXT_BYTES, type OutgoingMessage } from '../../../src/protocol/index.ts';
import { type LiveServer, startLiveServer } from './support/startLiveServer.ts';
import { TestClient } from './support/TestClient.ts';

let server: LiveServer;
beforeAll(async () => {
  server = await startLiveServer(
    {
      resumeWindowMs: 10_000,
      messages: { rate: 0.001, burst: 60 },
      messageBytes: { rate: 1, burst: 300_000 },
      reactions: { rate: 0.001, burst: 3 },
    },
    { PARLOUR_MESSAGE_HISTORY: '3' },
  );
});
afterAll(() => server.close());

const write = (payload: string, recipients?: string[]): OutgoingMessage => ({
  id: randomUUID(),
  message: { type: 'text', payload },
  ...(recipients && { recipients }),
});
const heard = (client: TestClient) => client.of('messageReceived').map(({ message }) => message.payload);

async function room() {
  const roomId = server.createRoom();
  const clients: TestClient[] = [];
  return {
    join: async (id?: string, grants = {}) => {
      const token = await server.token({ roomId, grants, ...(id && { id, name: id }) });
      const client = await TestClient.join(server, { roomId, token, enableMessages: true });
      clients.push(client);
      return client;
    },
    close: () => {
      for (const client of clients) client.close();
    },
  };
}

describe('messages', () => {
  it('go over the socket, and by POST while it is still opening', async () => {
    const { join, close } = await room();
    const [ada, bob] = [await join('ada'), await join('bob')];
    const { results } = await ada.request('sendMessages', { messages: [write('1'), write('2', ['bob'])] });
    expect(results).toMatchObject([{ repeated: false }, { repeated: false }]);
    const response = await ada.post('sendMessages', { messages: [write('3')] });
    expect(response.status).toBe(200);
    await bob.until(() => heard(bob).length === 3);
    expect(heard(bob)).toEqual(['1', '2', '3']);
    expect(bob.of('messageReceived')[0]).toMatchObject({ participantId: 'ada', name: 'ada' });
    close();
  });

  it('of the largest size get through, whatever they consist of', async () => {
    const { join, close } = await room();
    const [ada, bob] = [await join(), await join()];
    // A character that JSON writes as six.
    const text = '\u0001'.repeat(MAX_TEXT_BYTES);
    await ada.request('sendMessages', { messages: [write(text)] });
    await bob.until(() => heard(bob).length === 1);
    expect(heard(bob)).toEqual([text]);
    close();
  });

  it('that were under way when the socket broke are sent once, and those who were away get all in order', async () => {
    const { join, close } = await room();
    const [ada, bob] = [await join(), await join()];
    const batch = { messages: [write('1'), write('2')], requestId: 'batch-1' };
    bob.close();
    await ada.peer?.request('sendMessages', batch);
    await ada.resume();
    const again = await ada.peer?.request('sendMessages', batch);
    expect(again).toMatchObject({ results: [{ repeated: false }, { repeated: false }] });
    await bob.resume();
    await ada.request('sendMessages', { messages: [write('3')] });
    await bob.until(() => heard(bob).includes('3'));
    await ada.settled();
    expect([heard(ada), heard(bob)]).toEqual([
      ['1', '2', '3'],
      ['1', '2', '3'],
    ]);
    close();
  });

  it('that were under way when a participant had to join anew are sent once', async () => {
    const { join, close } = await room();
    const [ada, bob] = [await join('ada'), await join('bob')];
    const messages = [write('1'), write('2')];
    await ada.request('sendMessages', { messages: messages.slice(0, 1) });
    const again = await join('ada');
    const { results } = await again.request('sendMessages', { messages });
    expect(results).toMatchObject([{ repeated: true }, { repeated: false }]);
    await bob.until(() => heard(bob).includes('2'));
    expect(heard(bob)).toEqual(['1', '2']);
    close();
  });

  it('are listed to who comes later, as many as the setting says, unless the token says no', async () => {
    const { join, close } = await room();
    const ada = await join();
    await ada.request('sendMessages', { messages: ['1', '2', '3', '4'].map((payload) => write(payload)) });
    const late = await join();
    const { messages } = await late.heard('messagesListed');
    expect(messages.map(({ message }) => message.payload)).toEqual(['2', '3', '4']);
    const other = await join(undefined, { history: false });
    await other.settled();
    expect(other.of('messagesListed')).toEqual([]);
    close();
  });

  it('are limited in number and in bytes, with an error that says so', async () => {
    const { join, close } = await room();
    const [ada, bob] = [await join(), await join()];
    const messages = Array.from({ length: 61 }, (_, index) => write(String(index)));
    const { results } = await ada.request('sendMessages', { messages });
    expect(results.filter((result) => 'error' in result)).toMatchObject([{ error: { code: 'too-many-requests' } }]);
    expect(results.at(-1)).toHaveProperty('error');
    const large = Array.from({ length: 5 }, () => write('x'.repeat(MAX_TEXT_BYTES)));
    const tooMuch = await bob.request('sendMessages', { messages: large });
    expect(tooMuch.results.map((result) => 'error' in result)).toEqual([false, false, false, false, true]);
    close();
  });
});

describe('reactions and hands', () => {
  it('reach everybody, and are limited', async () => {
    const { join, close } = await room();
    const [ada, host] = [await join('ada'), await join('host', { moderate: true })];
    await ada.request('sendReaction', { reaction: '🎉' });
    expect(await host.heard('reactionReceived')).toEqual({ participantId: 'ada', reaction: '🎉' });
    await ada.request('updateSelf', { handRaised: true, context: 'desk' });
    const { participant } = await host.heard('participantUpdated', (data) => data.participant.id === 'ada');
    expect(participant).toMatchObject({ handRaisedAt: expect.any(Number), context: 'desk' });
    await host.request('lowerHands', { participantIds: ['ada'] });
    await ada.heard('participantUpdated', (data) => data.participant.handRaisedAt === undefined);
    await expect(ada.request('lowerHands', { participantIds: ['host'] })).rejects.toThrow(/^not-allowed: /);
    await expect(ada.request('sendReaction', { reaction: '🎉' })).rejects.toThrow(/^too-many-requests: /);
    close();
  });
});
