import type { Tokens } from '../auth/index.ts';
import { asRoomError } from '../errors/index.ts';
import type { TokenRenewal } from './managers/TokenRenewal.ts';
import type { State } from './State.ts';

/**
 * Puts a token in force that the application brings. One that the server refuses does not take the place of the one
 * before; while the connection is being mended there is nobody to ask, and mending may need it.
 */
export async function bringToken(
  token: string,
  tokens: Pick<Tokens, 'set'>,
  status: State['status'],
  renewal: Pick<TokenRenewal, 'use'> | undefined,
): Promise<void> {
  const mending = status === 'reconnecting';
  if (mending) tokens.set({ token });
  try {
    await renewal?.use(token);
  } catch (error) {
    const { code } = asRoomError(error);
    // Another connection is being made, with this token.
    if (!mending || (code !== 'aborted' && code !== 'unreachable')) throw error;
  }
  tokens.set({ token });
}
