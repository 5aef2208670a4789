/** The first page: which room, and under which name? It needs no script. */
export default function ChooseRoom() {
  return (
    <main className="choose-room">
      <h1>Meet</h1>
      <p>Name a room. Whoever enters the same name is in it with you.</p>
      <form action="/room">
        <label htmlFor="room">Room</label>
        <input id="room" name="room" required maxLength={64} pattern=".*\S.*" defaultValue="daily" autoComplete="off" />
        <label htmlFor="name">Your name</label>
        <input id="name" name="name" required maxLength={64} pattern=".*\S.*" autoComplete="name" />
        <button type="submit">Join</button>
      </form>
    </main>
  );
}
