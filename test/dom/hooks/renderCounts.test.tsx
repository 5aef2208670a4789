import { act, render } from '@testing-library/react';
import { Profiler } from 'react';
import { expect, it } from 'vitest';
import {
  useConnection,
  useIsSpeaking,
  useParticipant,
  useParticipantName,
  useParticipants,
  useRemoteStreams,
  useRoom,
  useStream,
  useTiles,
} from '../../../src/hooks/index.ts';
import { FakeRoomServer } from '../../../src/testing/room-server/FakeRoomServer.ts';
import { settled } from '../../../src/testing/settled.ts';
import { inRoom } from '../../support/dom/inRoom.tsx';
import { createTestRoom } from '../../support/engine/createTestRoom.ts';

const ids = Array.from({ length: 200 }, (_, index) => `p${index}`);

function Speaking({ id }: { id: string }) {
  return <i data-speaking={useIsSpeaking(id)} />;
}

function Details({ id }: { id: string }) {
  return <i>{useParticipant(id)?.id}</i>;
}

function Name({ id }: { id: string }) {
  return <b>{useParticipantName(id)}</b>;
}

function Video({ id }: { id: string }) {
  return <u>{String(useStream(id)?.isVideoEnabled)}</u>;
}

function Lists() {
  return <p>{useParticipants().length + useTiles().length + useRemoteStreams().length}</p>;
}

function Quiet() {
  useRoom();
  return <p>{useConnection().status}</p>;
}

/** A room of 200 where every reader of every participant counts its commits. */
async function setUp() {
  const server = new FakeRoomServer({ capacity: 1000 });
  for (const id of ids) server.room.enter({ id, name: id, streams: [{}] });
  const { room } = createTestRoom(server, { enableMessages: true });
  await room.connect();
  const commits: string[] = [];
  const counted = (name: string, element: React.ReactNode) => (
    <Profiler key={name} id={name} onRender={(id) => commits.push(id)}>
      {element}
    </Profiler>
  );
  render(
    <>
      {counted('lists', <Lists />)}
      {counted('quiet', <Quiet />)}
      {ids.map((id) => [
        counted(`speaking of ${id}`, <Speaking id={id} />),
        counted(`details of ${id}`, <Details id={id} />),
        counted(`name of ${id}`, <Name id={id} />),
        counted(`video of ${id}`, <Video id={id} />),
      ])}
    </>,
    { wrapper: inRoom({ room }) },
  );
  commits.length = 0;
  const during = async (change: () => void) => {
    await act(async () => {
      change();
      await settled();
    });
    return commits.splice(0).sort();
  };
  return { server, during };
}

it('one person who speaks renders the readers of that person’s speech and details, of 200', async () => {
  const { server, during } = await setUp();
  expect(await during(() => server.room.speak('p7'))).toEqual(['details of p7', 'speaking of p7']);
  expect(await during(() => server.room.speak('p9'))).toEqual([
    'details of p7',
    'details of p9',
    'speaking of p7',
    'speaking of p9',
  ]);
});

it('one camera that goes off renders the readers of that stream', async () => {
  const { server, during } = await setUp();
  expect(await during(() => server.room.set('p3', 'video', { enabled: false }))).toEqual(['video of p3']);
});

it('one who leaves renders the lists and the readers of that person', async () => {
  const { server, during } = await setUp();
  expect(await during(() => server.room.leave('p3'))).toEqual(['details of p3', 'lists', 'name of p3', 'video of p3']);
});

it('levels render nobody', async () => {
  const { server, during } = await setUp();
  const levels = ids.map((id): [string, number] => [id, 0.5]);
  expect(await during(() => server.room.tellAll({ method: 'audioLevels', data: { levels } }))).toEqual([]);
});

it('messages, reactions and a hand that goes up render nobody but who reads them', async () => {
  const { server, during } = await setUp();
  const { conversation } = server.room;
  expect(await during(() => conversation.write('p3', 'Hello'))).toEqual([]);
  expect(await during(() => conversation.react('p3', '👍'))).toEqual([]);
  const p3 = server.room.participants.get('p3');
  expect(await during(() => p3 && conversation.update(p3, { handRaised: true }))).toEqual(['details of p3']);
});
