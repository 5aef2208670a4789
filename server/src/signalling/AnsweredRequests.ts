/** How many answers are kept: more than a client has requests under way when its socket breaks. */
const KEPT = 256;

/**
 * The latest answers of a connection. A client whose socket broke cannot know whether a request arrived, and sends it
 * again under the same id: it is carried out once, and answered as often as it is asked.
 */
export class AnsweredRequests {
  readonly #answers = new Map<string, Promise<object>>();

  /** Runs a request, or gives the answer that its first run has or will have. */
  once(id: string, run: () => Promise<object>): Promise<object> {
    const known = this.#answers.get(id);
    if (known) return known;
    const answer = run();
    // Whoever asked sees the failure; kept, it must not end the process.
    answer.catch(() => undefined);
    this.#answers.set(id, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
