/** Runs commands one after the other, so that `connect` and `disconnect` never overlap, in whatever order they are called. */
export class CommandQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<Result>(command: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(command);
    this.#last = result.catch(() => {});
    return result;
  }
}
