import { act, render, screen } from '@testing-library/react';
import { RoomProvider, useIsSpeaking, useParticipantName, useParticipants } from 'parlour';
import { createFakeRoom } from 'parlour/testing';
import { expect, it } from 'vitest';

function Name({ id }: { id: string }) {
  const speaking = useIsSpeaking(id);
  return <li aria-current={speaking}>{useParticipantName(id)}</li>;
}

function Roster() {
  return useParticipants().map((id) => <Name key={id} id={id} />);
}

it('shows who is here, and who speaks', async () => {
  const { room, people, connect } = createFakeRoom({ name: 'Grace', people: [{ name: 'Ada' }] });
  render(
    <RoomProvider room={room}>
      <Roster />
    </RoomProvider>,
  );

  await act(connect);
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Grace', 'Ada']);

  await act(() => people.get('ada').speak());
  expect(screen.getByText('Ada')).toHaveAttribute('aria-current', 'true');

  await act(() => people.get('ada').leave());
  expect(screen.queryByText('Ada')).toBeNull();
});
