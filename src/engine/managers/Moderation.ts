import { asRoomError, roomError } from '../../errors/index.ts';
import type { Grants, RequestInput } from '../../protocol/index.ts';
import type { Asking } from '../Asking.ts';
import type { Excluding, ModerationCommands, Whom } from '../ModerationCommands.ts';

type ModeratorMethod = 'mute' | 'unmute' | 'kick' | 'changeGrants' | 'admit' | 'turnAway' | 'endSession';

/** What we decide for others; it comes back as their state. */
export class Moderation implements ModerationCommands {
  readonly #to: Asking;

  constructor(to: Asking) {
    this.#to = to;
  }

  async mute(whom: Whom, options: Parameters<ModerationCommands['mute']>[1] = {}): Promise<void> {
    const { sources, reason } = options;
    await this.#ask('mute', {
      ...selection(whom, options),
      ...(sources && { sources: [...sources] }),
      ...(reason !== undefined && { reason }),
    });
  }

  async unmute(whom: Whom, options: Parameters<ModerationCommands['unmute']>[1] = {}): Promise<void> {
    const { sources } = options;
    await this.#ask('unmute', { ...selection(whom, options), ...(sources && { sources: [...sources] }) });
  }

  async kick(whom: Whom, options: Parameters<ModerationCommands['kick']>[1] = {}): Promise<void> {
    const { banSecs } = options;
    await this.#ask('kick', { ...selection(whom, options), ...(banSecs !== undefined && { banSecs }) });
  }

  async setGrants(whom: Whom, grants: Partial<Grants>, options: Excluding = {}): Promise<void> {
    await this.#ask('changeGrants', { ...selection(whom, options), grants });
  }

  async admit(whom: Whom): Promise<void> {
    await this.#ask('admit', selection(whom));
  }

  async turnAway(whom: Whom): Promise<void> {
    await this.#ask('turnAway', selection(whom));
  }

  async end(): Promise<void> {
    try {
      await this.#ask('endSession', {});
    } catch (thrown) {
      // The end may be faster than the answer, which is then lost with the connection.
      if (asRoomError(thrown).code !== 'aborted') throw thrown;
    }
  }

  async #ask<Method extends ModeratorMethod>(method: Method, data: RequestInput<Method>): Promise<void> {
    const signalling = this.#to.signalling();
    if (!this.#to.grants()?.moderate) {
      throw roomError(
        'not-allowed',
        'Your token does not allow moderating. Ask for a token with the grant "moderate".',
      );
    }
    await signalling.request(method, data);
  }
}

function selection(whom: Whom, { exclude }: Excluding = {}) {
  const ids = typeof whom === 'string' ? [whom] : [...whom];
  const participants = whom === 'all' ? ('all' as const) : ids;
  return { participants, ...(exclude && { exclude: [...exclude] }) };
}
