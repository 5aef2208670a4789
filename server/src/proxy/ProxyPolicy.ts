import type { ProxyOperation } from './operations.ts';

/** A request, as far as the application has to know it to decide. */
export interface ProxyRequest<User> {
  /** Who asks. */
  readonly user: User;
  /** What is asked for: the id of the operation in the OpenAPI document. */
  readonly operation: ProxyOperation;
  /** The ids in the path: `{ room_id: '…' }`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON object that is sent; undefined when there is none. Whoever asks has written it: believe none of it. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /**
   * The room that it is about: the one in the path, or the one of the session, recording, composition or delivery in the
   * path, which is asked of the server. Null for lists, for new rooms, and for what there is not.
   */
  room(): Promise<string | null>;
}

/**
 * Whether a request is forwarded, and as what: `true` as it is, `false` not at all, an object with another body or with
 * query parameters that take the place of those of the same name.
 */
export type ProxyDecision =
  | boolean
  | { readonly body?: Readonly<Record<string, unknown>>; readonly query?: Readonly<Record<string, string>> };

/** What the application decides. */
export interface ProxyPolicy<User, Incoming> {
  /** Who sends the request, by the application's own session; null: nobody who is known. */
  authenticate(request: Incoming): User | null | Promise<User | null>;
  /** What they may do. Asked for every request. */
  authorize(request: ProxyRequest<User>): ProxyDecision | Promise<ProxyDecision>;
}
