/**
 * Whether a page of this origin may talk to the server. `allowed: null` allows any. Clients that are not browsers send
 * no origin: they are not what the list protects against.
 */
export function isAllowedOrigin(origin: string | undefined, allowed: readonly string[] | null): boolean {
  return allowed === null || origin === undefined || allowed.includes(origin);
}
