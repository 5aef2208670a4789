import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createRoomsApi, createRoomsClient, RoomsApiProvider, useDeleteRoom, useRoomsQuery } from 'parlour/api';
import { expect, it } from 'vitest';

function BackOffice({ fetch }: { fetch?: (request: Request) => Promise<Response> }) {
  return (
    <QueryClientProvider client={queryClient}>
      <RoomsApiProvider api={createRoomsApi(createRoomsClient({ baseUrl: '/api/rooms', fetch }))}>
        <Rooms />
      </RoomsApiProvider>
    </QueryClientProvider>
  );
}
const queryClient = new QueryClient();

function Rooms() {
  const rooms = useRoomsQuery({ page: { size: 50 } });
  const deleteRoom = useDeleteRoom();
  if (rooms.isPending) return <p>One moment…</p>;
  if (rooms.isError) return <p role="alert">{rooms.error.message}</p>;
  return (
    <ul>
      {rooms.data.data.map(({ id, unique_name }) => (
        <li key={id}>
          {unique_name}
          <button type="button" onClick={() => deleteRoom.mutate({ roomId: id })}>
            Delete
          </button>
        </li>
      ))}
      {deleteRoom.error && <li role="alert">{deleteRoom.error.message}</li>}
    </ul>
  );
}

it('shows a room again that may not be deleted', async () => {
  const list = {
    data: [{ id: 'r1', unique_name: 'lobby' }],
    meta: { page_number: 1, total_pages: 1, total_results: 1 },
  };
  const refusal = { errors: [{ code: 'not-allowed', title: 'Not allowed', detail: 'You may not do this.' }] };
  const answer = async ({ method }: Request) =>
    method === 'GET' ? Response.json(list) : Response.json(refusal, { status: 403 });
  render(<BackOffice fetch={answer} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this.');
  expect(screen.getByText('lobby')).toBeInTheDocument();
});
