/** How many sessions stand within a room, and participants within a session. The lists of their own page through all. */
export const EMBEDDED_LIMIT = 250;
