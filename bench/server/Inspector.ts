interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

/** Looks into another Node process, by the protocol of its debugger (https://chromedevtools.github.io/devtools-protocol/v8/). */
export class Inspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result, error } = JSON.parse(data);
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result as never);
    });
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The process has ended.'));
    });
  }

  static async open(url: string): Promise<Inspector> {
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error(`Nobody can be asked at ${url}.`)));
    });
    return new Inspector(socket);
  }

  ask<Result>(method: string, params: object = {}): Promise<Result> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** The value of an expression, which may be a promise. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const params = { expression, returnByValue: true, awaitPromise: true, includeCommandLineAPI: true };
    const { result, exceptionDetails } = await this.ask<{ result: { value: Value }; exceptionDetails?: object }>(
      'Runtime.evaluate',
      params,
    );
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  }

  /**
   * All living objects of a kind, handed to a function in the other process.
   *
   * @param prototype an expression for it.
   * @param look the source of a function of the array of them.
   */
  async ofKind<Value>(prototype: string, look: string): Promise<Value> {
    const objectGroup = 'census';
    const { result } = await this.ask<{ result: { objectId: string } }>('Runtime.evaluate', {
      expression: prototype,
      includeCommandLineAPI: true,
      objectGroup,
    });
    const { objects } = await this.ask<{ objects: { objectId: string } }>('Runtime.queryObjects', {
      prototypeObjectId: result.objectId,
      objectGroup,
    });
    const called = await this.ask<{ result: { value: Value } }>('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: `function () { return (${look})(this); }`,
      returnByValue: true,
    });
    await this.ask('Runtime.releaseObjectGroup', { objectGroup });
    return called.result.value;
  }

  close(): void {
    this.#socket.close();
  }
}
