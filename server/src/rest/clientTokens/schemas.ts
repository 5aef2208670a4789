import { type Static, Type } from 'typebox';
import { PUBLISH_KINDS } from '../../tokens/Grants.ts';
import { named } from '../schemas/named.ts';
import { plainText, Timestamp } from '../schemas/text.ts';

const TokenTtlSecs = Type.Integer({ minimum: 10, maximum: 3600, default: 600 });

/** Who the bearer is, and what they may do, signed into the tokens. */
export const JoinTokenInput = Type.Object({
  token_ttl_secs: TokenTtlSecs,
  refresh_token_ttl_secs: Type.Integer({ minimum: 60, maximum: 86_400, default: 3600 }),
  participant: Type.Optional(
    Type.Partial(
      Type.Object({
        id: plainText(1, 128),
        name: plainText(0, 256),
        metadata: Type.Record(Type.String(), Type.Unknown(), { description: 'At most 4 kB as JSON.' }),
      }),
    ),
  ),
  grants: Type.Optional(
    Type.Partial(
      Type.Object({
        publish: Type.Array(Type.Enum([...PUBLISH_KINDS]), { maxItems: 3 }),
        subscribe: Type.Boolean(),
        message: Type.Boolean(),
        history: Type.Boolean({ description: 'Gets the messages of before it came.' }),
        moderate: Type.Boolean(),
        record: Type.Boolean(),
        wait: Type.Boolean(),
      }),
    ),
  ),
});

export type JoinTokenInput = Static<typeof JoinTokenInput>;

export const RefreshTokenInput = Type.Object({
  refresh_token: Type.String({ minLength: 1, maxLength: 16_384 }),
  token_ttl_secs: TokenTtlSecs,
});

export const AccessTokenResult = named('RenewedClientToken', { token: Type.String(), token_expires_at: Timestamp });

export const JoinTokenResult = named('ClientToken', {
  token: Type.String(),
  token_expires_at: Timestamp,
  refresh_token: Type.String(),
  refresh_token_expires_at: Timestamp,
  server_url: Type.String({ description: 'Where the client connects to.' }),
});
