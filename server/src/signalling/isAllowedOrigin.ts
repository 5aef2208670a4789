/** What pages of other origins are told. */
export const FOREIGN_ORIGIN = 'Pages of this origin may not use this server: see PARLOUR_ALLOWED_ORIGINS.';

/**
 * Whether a page of this origin may talk to the server. `allowed: null` allows any. Clients that are not browsers send
 * no origin: they are not what the list protects against.
 */
export function isAllowedOrigin(origin: string | undefined, allowed: readonly string[] | null): boolean {
  return allowed === null || origin === undefined || allowed.includes(origin);
}
