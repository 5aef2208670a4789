/** What a test can have done to the server from within. */
export interface Commands {
  /** A session that goes on in a room, with these people in it. @returns Its id. */
  meeting(roomId: string, ...people: string[]): Promise<string>;
  /** A recording that goes on. @returns Its id. */
  recording(roomId: string, sessionId: string): Promise<string>;
  /** From now on a method of a repository fails, as if the database were gone. */
  fail(repository: string, method: string): Promise<void>;
  mend(repository: string, method: string): Promise<void>;
  /** Requests that begin like this, `GET /v2/rooms` say, are not answered until they are released. */
  hold(start: string): Promise<void>;
  release(start: string): Promise<void>;
}

export interface Command {
  id: number;
  name: keyof Commands;
  args: string[];
}

/** What the process tells: that it is ready, how a request does, what came of a command. */
export type News =
  | { url: string; apiKey: string }
  | { request: string; phase: 'asked' | 'answered' | 'aborted' }
  | { id: number; result?: unknown; error?: string };
