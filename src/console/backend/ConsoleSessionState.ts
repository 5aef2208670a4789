/** Whether somebody is signed in to mission control. */
export type ConsoleSessionState =
  /** Not known yet. */
  | { readonly status: 'checking' }
  | { readonly status: 'signed-out' }
  | {
      readonly status: 'signed-in';
      /** Goes with every request that changes something. */
      readonly csrfToken: string;
      readonly expiresAt: string;
    }
  /** Was signed in. Requests wait until they are again. */
  | { readonly status: 'expired' }
  /** The server could not be asked. */
  | { readonly status: 'failed'; readonly error: Error };
