interface ChooseRoomProps {
  onChoose: (room: string) => void;
}

/** The first page: which room? */
export function ChooseRoom({ onChoose }: ChooseRoomProps) {
  return (
    <main className="choose-room">
      <h1>Meet</h1>
      <p>Name a room. Whoever opens the same address is in it with you.</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(`${new FormData(event.currentTarget).get('room')}`.trim());
        }}
      >
        <label htmlFor="room">Room</label>
        <input id="room" name="room" required maxLength={64} pattern=".*\S.*" defaultValue="daily" autoComplete="off" />
        <button type="submit">Continue</button>
      </form>
    </main>
  );
}
