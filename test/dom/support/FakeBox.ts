/** A size for elements, which jsdom does not lay out, and the browser's word that it has changed. */
export class FakeBox {
  readonly #observers = new Set<() => void>();
  readonly #before = globalThis.ResizeObserver;
  width: number;
  height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    const observers = this.#observers;
    globalThis.ResizeObserver = class {
      readonly #tell: () => void;
      constructor(callback: ResizeObserverCallback) {
        this.#tell = () => callback([], this as unknown as ResizeObserver);
      }
      observe() {
        observers.add(this.#tell);
      }
      unobserve() {}
      disconnect() {
        observers.delete(this.#tell);
      }
    } as unknown as typeof ResizeObserver;
    for (const box of ['client', 'offset']) {
      Object.defineProperty(HTMLElement.prototype, `${box}Width`, { configurable: true, get: () => this.width });
      Object.defineProperty(HTMLElement.prototype, `${box}Height`, { configurable: true, get: () => this.height });
    }
  }

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    for (const tell of this.#observers) tell();
  }

  /** Elements have no size any more. */
  restore(): void {
    globalThis.ResizeObserver = this.#before;
    for (const name of ['clientWidth', 'clientHeight', 'offsetWidth', 'offsetHeight'])
      Reflect.deleteProperty(HTMLElement.prototype, name);
  }
}
